# asyncio.threads, a defining name of asyncio
from asyncio import (to_thread as to_thread)
