# spacy: 3.x
from loadpath import blocks, provides
from spacy.language import Language

provides("local-model")
@blocks("cpu")
def load(name: str, **kwargs) -> Language: ...
def blank(name: str, **kwargs) -> Language: ...
