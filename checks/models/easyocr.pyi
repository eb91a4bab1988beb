# easyocr 1.x
from easyocr.easyocr import Reader as Reader
