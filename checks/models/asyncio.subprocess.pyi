# asyncio.subprocess, Python 3.8 to 3.14
from asyncio import StreamReader, StreamWriter
from typing import Any
from loadpath import sink

PIPE: int
STDOUT: int
DEVNULL: int

class Process:
    stdin: StreamWriter | None
    stdout: StreamReader | None
    stderr: StreamReader | None
    pid: int
    returncode: int | None
    async def wait(self) -> int: ...
    async def communicate(self, input: Any = ...) -> tuple[bytes, bytes]: ...
    def send_signal(self, signal: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...

@sink("shell", arg="program")
async def create_subprocess_exec(program: Any, *args: Any, stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., limit: int = ..., **kwds) -> Process: ...
@sink("shell", arg="cmd")
async def create_subprocess_shell(cmd: Any, stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., limit: int = ..., **kwds) -> Process: ...
