# PyGithub 1 and 2
from typing import Any
from loadpath import blocks

class GithubObject:
    id: int
    name: str
    url: str
    html_url: str
    raw_data: dict[str, Any]
    @blocks("http", instead="gidgethub")
    def update(self, *args, **kwargs) -> bool: ...
    @blocks("http", instead="gidgethub")
    def edit(self, *args, **kwargs): ...
