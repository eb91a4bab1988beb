# asyncio.base_events, a defining name of asyncio
from asyncio import (BaseEventLoop as BaseEventLoop, Server as Server)
