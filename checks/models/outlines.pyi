# outlines: 0.x and 1.x
from typing import Any
from loadpath import blocks, provides, sink, validates

provides("llm")
class Generator:
    def __init__(self, model: Any, output_type: Any = ..., **kwargs) -> None: ...
    @blocks("cpu")
    @sink("prompt", arg="prompt")
    @validates
    def __call__(self, prompt: Any, *args, **kwargs) -> Any: ...

@blocks("cpu")
def from_transformers(*args, **kwargs) -> Generator: ...
@blocks("cpu")
def from_llamacpp(*args, **kwargs) -> Generator: ...
