# rapidocr 1.x
from typing import Any
from loadpath import blocks, provides

provides("local-model")
class RapidOCR:
    @blocks("cpu")
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("cpu")
    def __call__(self, img_content: Any, *args, **kwargs) -> tuple[Any, Any]: ...
