# librosa 0.8 to 0.11
from typing import Any
from loadpath import blocks
@blocks("cpu")
def load(path: Any, *args, **kwargs) -> tuple[Any, int]: ...
@blocks("cpu")
def resample(y: Any, *args, **kwargs): ...
