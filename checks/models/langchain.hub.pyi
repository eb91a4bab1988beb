from typing import Any
from loadpath import blocks

@blocks("http", instead="asyncio.to_thread")
def pull(owner_repo_commit: str, **kwargs) -> Any: ...
@blocks("http", instead="asyncio.to_thread")
def push(repo_full_name: str, object: Any, **kwargs) -> str: ...
