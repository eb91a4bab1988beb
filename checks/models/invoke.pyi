# Invoke 1 and 2
from loadpath import blocks, entry, sink

class Result:
    stdout: str
    stderr: str
    exited: int
    return_code: int
    ok: bool
    failed: bool
    command: str

class Promise:
    @blocks("subprocess", instead="asyncio.create_subprocess_shell")
    def join(self) -> Result: ...

class Context:
    def __init__(self, config=None): ...
    def cd(self, path): ...
    def prefix(self, command): ...
    @sink("shell", arg="command")
    @blocks("subprocess", instead="asyncio.create_subprocess_shell")
    def run(self, command, **kwargs) -> Result: ...
    @sink("shell", arg="command")
    @blocks("subprocess", instead="asyncio.create_subprocess_shell")
    def sudo(self, command, **kwargs) -> Result: ...

class Collection:
    def __init__(self, *args, **kwargs): ...
    def add_task(self, task, *args, **kwargs) -> None: ...
    def add_collection(self, coll, *args, **kwargs) -> None: ...

@sink("shell", arg="command")
@blocks("subprocess", instead="asyncio.create_subprocess_shell")
def run(command, **kwargs) -> Result: ...
@sink("shell", arg="command")
@blocks("subprocess", instead="asyncio.create_subprocess_shell")
def sudo(command, **kwargs) -> Result: ...
@entry("command")
def task(*args, **kwargs): ...
