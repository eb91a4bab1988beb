# paddleocr 2 and 3
from typing import Any
from loadpath import blocks, provides

provides("local-model")
class PaddleOCR:
    @blocks("cpu")
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("cpu")
    def ocr(self, img: Any, *args, **kwargs) -> list[Any]: ...
    @blocks("cpu")
    def predict(self, input: Any, *args, **kwargs) -> list[Any]: ...
