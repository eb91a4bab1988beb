# asyncio.runners, a defining name of asyncio
from asyncio import (Runner as Runner, run as run)
