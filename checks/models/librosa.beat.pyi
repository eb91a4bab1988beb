# librosa 0.8 to 0.11
from loadpath import blocks
@blocks("cpu")
def beat_track(*args, **kwargs): ...
