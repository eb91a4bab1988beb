from typing import Any, Iterable, Iterator

class Token:
    text: str
    lemma_: str
    pos_: str

class Span:
    text: str
    label_: str
    start_char: int
    end_char: int
    def __iter__(self) -> Iterator[Token]: ...

class Doc:
    text: str
    ents: list[Span]
    sents: Iterable[Span]
    noun_chunks: Iterable[Span]
    vector: Any
    def __iter__(self) -> Iterator[Token]: ...
    def similarity(self, other: Any) -> float: ...
