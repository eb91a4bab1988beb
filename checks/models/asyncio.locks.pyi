# asyncio.locks, a defining name of asyncio
from asyncio import (Barrier as Barrier, BoundedSemaphore as BoundedSemaphore, Condition as Condition, Event as Event, Lock as Lock, Semaphore as Semaphore)
