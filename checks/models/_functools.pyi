# _functools, where functools.partial and reduce are defined (apart from functools, whose own wraps hides the word)
from typing import Any, Callable, Iterable, TypeVar
from loadpath import calls, wraps

T = TypeVar("T")

@wraps("func")
def partial(func: Callable[..., T], /, *args: Any, **keywords: Any) -> Callable[..., T]: ...
@calls("function")
def reduce(function: Callable[[T, Any], T], iterable: Iterable[Any], initial: T = ..., /) -> T: ...
@wraps("mycmp")
def cmp_to_key(mycmp: Callable[[T, T], int]) -> Callable[[T], Any]: ...
@wraps("func")
def partialmethod(func: Callable[..., T], /, *args: Any, **keywords: Any) -> Callable[..., T]: ...
