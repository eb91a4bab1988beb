from typing import Any
from loadpath import blocks

@blocks("http")
def pull(owner_repo_commit: str, **kwargs) -> Any: ...
@blocks("http")
def push(repo_full_name: str, object: Any, **kwargs) -> str: ...
