# fastapi.concurrency
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager as asynccontextmanager
from starlette.concurrency import iterate_in_threadpool as iterate_in_threadpool, run_in_threadpool as run_in_threadpool, run_until_first_complete as run_until_first_complete
from typing import TypeVar
from loadpath import offloads

T = TypeVar("T")

@offloads("cm")
def contextmanager_in_threadpool(cm: AbstractContextManager[T]) -> AbstractAsyncContextManager[T]: ...
