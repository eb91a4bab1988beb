# asyncio.unix_events, a defining name of asyncio
from asyncio import (DefaultEventLoopPolicy as DefaultEventLoopPolicy, SelectorEventLoop as SelectorEventLoop)
