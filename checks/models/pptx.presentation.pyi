# python-pptx 0.6 and 1.x
from typing import Any
from loadpath import blocks
class Presentation:
    slides: Any
    slide_layouts: Any
    slide_width: int
    slide_height: int
    @blocks("file")
    def save(self, file: Any) -> None: ...
