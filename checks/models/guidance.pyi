# guidance: 0.x
from loadpath import provides

provides("llm")
def guidance(*args, **kwargs): ...
