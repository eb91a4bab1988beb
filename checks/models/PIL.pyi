# Pillow 8 to 12
from PIL import Image as Image, ImageOps as ImageOps

class UnidentifiedImageError(OSError): ...
