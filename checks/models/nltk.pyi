# NLTK 3.x
from loadpath import blocks

@blocks("http")
def download(info_or_id=None, *args, **kwargs) -> bool: ...
