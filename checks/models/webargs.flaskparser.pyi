# webargs: 5.x to 8.x
from typing import Any
from loadpath import validates
from webargs.core import Parser

class FlaskParser(Parser): ...
parser: FlaskParser
@validates
def use_args(argmap: Any, req: Any = ..., *, location: str = ..., **kwargs): ...
@validates
def use_kwargs(argmap: Any, req: Any = ..., *, location: str = ..., **kwargs): ...
