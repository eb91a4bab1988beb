# prefect 2 and 3
from typing import Any
from loadpath import entry

@entry("job", sync_runs="caller")
def task(__fn: Any = ..., **kwargs): ...
