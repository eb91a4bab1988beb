# eventlet: waiting gives way to other green threads, yet it stops an event loop of asyncio on the same thread
from eventlet.greenpool import GreenPile as GreenPile, GreenPool as GreenPool
from eventlet.greenthread import GreenThread as GreenThread, sleep as sleep, spawn as spawn, spawn_after as spawn_after, spawn_n as spawn_n

def monkey_patch(**on) -> None: ...
