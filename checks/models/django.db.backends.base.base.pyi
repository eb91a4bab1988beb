# Django 3.2 to 6
from typing import Any
from loadpath import blocks
from django.db.backends.utils import CursorWrapper as CursorWrapper

class BaseDatabaseWrapper:
    alias: str
    vendor: str
    display_name: str
    settings_dict: dict[str, Any]
    in_atomic_block: bool
    features: Any
    ops: Any
    introspection: Any
    queries: list[Any]
    @blocks("orm")
    def connect(self) -> None: ...
    @blocks("orm")
    def ensure_connection(self) -> None: ...
    @blocks("orm")
    def cursor(self, *args, **kwargs) -> CursorWrapper: ...
    @blocks("orm")
    def commit(self) -> None: ...
    @blocks("orm")
    def rollback(self) -> None: ...
    @blocks("orm")
    def close(self) -> None: ...
    @blocks("orm")
    def close_if_unusable_or_obsolete(self) -> None: ...
    @blocks("orm")
    def is_usable(self) -> bool: ...
    def on_commit(self, func, robust=False) -> None: ...
