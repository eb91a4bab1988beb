# asyncio.futures, a defining name of asyncio
from asyncio import (Future as Future, isfuture as isfuture, wrap_future as wrap_future)
