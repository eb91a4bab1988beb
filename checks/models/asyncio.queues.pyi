# asyncio.queues, a defining name of asyncio
from asyncio import (LifoQueue as LifoQueue, PriorityQueue as PriorityQueue, Queue as Queue, QueueEmpty as QueueEmpty, QueueFull as QueueFull, QueueShutDown as QueueShutDown)
