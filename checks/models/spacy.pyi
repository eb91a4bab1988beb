# spacy: 3.x
from loadpath import blocks, provides
from spacy.language import Language

provides("local-model")
@blocks("cpu", instead="asyncio.to_thread")
def load(name: str, **kwargs) -> Language: ...
def blank(name: str, **kwargs) -> Language: ...
