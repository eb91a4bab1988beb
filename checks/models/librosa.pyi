# librosa 0.8 to 0.11
from typing import Any
from loadpath import blocks
from librosa.core.audio import load as load, resample as resample
@blocks("cpu")
def stft(y: Any, *args, **kwargs): ...
@blocks("cpu")
def istft(stft_matrix: Any, *args, **kwargs): ...
@blocks("cpu")
def pyin(y: Any, *args, **kwargs): ...
