# asyncio.coroutines, a defining name of asyncio
from asyncio import (coroutine as coroutine, iscoroutine as iscoroutine, iscoroutinefunction as iscoroutinefunction)
