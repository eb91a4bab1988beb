# Django 3.2 to 6
from typing import Any, Iterator

class AppConfig:
    name: str
    label: str
    path: str
    verbose_name: Any
    default_auto_field: str
    models_module: Any
    def get_model(self, model_name, require_ready=True) -> Any: ...
    def get_models(self, include_auto_created=False, include_swapped=False) -> Iterator[Any]: ...
    def ready(self) -> None: ...
