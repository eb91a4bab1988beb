# asyncio.selector_events, a defining name of asyncio
from asyncio import (BaseEventLoop as BaseEventLoop)
