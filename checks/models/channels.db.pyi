# channels 3 and 4
from typing import Any, Callable, TypeVar
from loadpath import offloads
from asgiref.sync import SyncToAsync as SyncToAsync

T = TypeVar("T")

class DatabaseSyncToAsync(SyncToAsync[T]): ...
@offloads("func")
def database_sync_to_async(func: Callable[..., T] = ..., thread_sensitive=True, executor=None) -> SyncToAsync[T]: ...
async def aclose_old_connections() -> None: ...
