# pdf2image 1.x
from pdf2image.pdf2image import convert_from_path as convert_from_path, convert_from_bytes as convert_from_bytes
