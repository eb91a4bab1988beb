# python-pptx 0.6 and 1.x
from pptx.api import Presentation as Presentation
