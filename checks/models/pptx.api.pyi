# python-pptx 0.6 and 1.x
from loadpath import blocks, provides

provides("documents")
from pptx.presentation import Presentation as _Presentation
@blocks("cpu")
def Presentation(pptx=None) -> _Presentation: ...
