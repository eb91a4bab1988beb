# Django 3.2 to 6
from typing import Any

class ResolverMatch:
    func: Any
    args: Any
    kwargs: dict[str, Any]
    url_name: str
    app_name: str
    namespace: str
    view_name: str
    route: str
class URLPattern:
    pattern: Any
    callback: Any
    name: str | None
    def resolve(self, path) -> ResolverMatch: ...
class URLResolver:
    pattern: Any
    url_patterns: list[Any]
    def resolve(self, path) -> ResolverMatch: ...
class RoutePattern: ...
class RegexPattern: ...
class LocalePrefixPattern: ...
def get_resolver(urlconf=None) -> URLResolver: ...
