# starlette.templating, versions 0.20 to 1
from starlette.background import BackgroundTask
from starlette.responses import HTMLResponse
from typing import Any, Mapping

class _TemplateResponse(HTMLResponse):
    template: Any
    context: dict[str, Any]
    def __init__(self, template: Any, context: dict[str, Any], status_code: int = ..., headers: Mapping[str, str] | None = ..., media_type: str | None = ..., background: BackgroundTask | None = ...) -> None: ...
class Jinja2Templates:
    env: Any
    context_processors: list[Any]
    def __init__(self, directory: Any = ..., *, context_processors: Any = ..., env: Any = ..., **env_options: Any) -> None: ...
    def get_template(self, name: str) -> Any: ...
    def TemplateResponse(self, *args: Any, **kwargs: Any) -> _TemplateResponse: ...
