# django-background-tasks and django4-background-tasks
from typing import Any
from loadpath import blocks, entry

class TaskProxy:
    name: str
    @blocks("orm")
    def __call__(self, *args, **kwargs) -> Any: ...
@entry("job")
def background(*args, **kwargs) -> TaskProxy: ...
