# jira 3.x
from typing import Any
from loadpath import blocks

class Resource:
    id: str
    key: str
    raw: dict[str, Any]
    @blocks("http")
    def update(self, *args, **kwargs): ...
    @blocks("http")
    def delete(self, *args, **kwargs): ...
    @blocks("http")
    def find(self, id, *args, **kwargs): ...

class Issue(Resource):
    fields: Any
    def permalink(self) -> str: ...

class Project(Resource): ...

class Comment(Resource): ...
