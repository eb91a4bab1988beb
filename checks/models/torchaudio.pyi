# torchaudio 0.x and 2.x
from typing import Any
from loadpath import blocks
@blocks("cpu")
def load(uri: Any, *args, **kwargs) -> tuple[Any, int]: ...
@blocks("cpu")
def save(uri: Any, src: Any, sample_rate: int, *args, **kwargs) -> None: ...
