# arq 0.2x
from loadpath import entry

@entry("job", arg="coroutine", sync_runs="loop")
def cron(coroutine, *args, **kwargs): ...
