# flask-inputs
from typing import Any
from loadpath import provides, validates

provides("validation")
@validates
class Inputs:
    errors: list[str]
    def __init__(self, request: Any) -> None: ...
    def validate(self) -> bool: ...
