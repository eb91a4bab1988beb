# django-ninja 1
from typing import Any
from loadpath import entry, mounts, provides, router
from ninja.router import Router as Router, _Operations

provides("web-framework")
provides("api-docs")
provides("validation")
@router(guards="auth")
class NinjaAPI(_Operations):
    urls: Any
    default_router: Router
    def __init__(self, *, title="NinjaAPI", version="1.0.0", description="", openapi_url="/openapi.json", docs=None, docs_url="/docs", urls_namespace=None, auth=..., throttle=..., renderer=None, parser=None, default_router=None, **kwargs): ...
    @mounts("prefix", arg="router", path="prefix", guards="auth")
    def add_router(self, prefix, router, *, auth=..., throttle=..., tags=None, parent_router=None) -> None: ...
    @entry("exception-handler", sync_runs="caller")
    def exception_handler(self, exc_class): ...
    def create_response(self, request, data, *, status=None, temporal_response=None) -> Any: ...
    def get_openapi_schema(self, **kwargs) -> Any: ...
