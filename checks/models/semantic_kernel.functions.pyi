# semantic-kernel: 1.x; a function that is not a coroutine runs on the event loop
from loadpath import entry

@entry("hook", sync_runs="loop")
def kernel_function(*args, **kwargs): ...
