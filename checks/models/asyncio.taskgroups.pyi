# asyncio.taskgroups, a defining name of asyncio
from asyncio import (TaskGroup as TaskGroup)
