# subprocess, Python 3.8 to 3.14
from io import BufferedReader, BufferedWriter
from typing import Any, Callable, Generic, Mapping, Self, Sequence, TypeVar
from loadpath import blocks, sink

T = TypeVar("T")

PIPE: int
STDOUT: int
DEVNULL: int

class SubprocessError(Exception): ...
class TimeoutExpired(SubprocessError):
    cmd: Any
    timeout: float
    output: Any
    stdout: bytes | None
    stderr: bytes | None
    def __init__(self, cmd: Any, timeout: float, output: Any = ..., stderr: Any = ...) -> None: ...
class CalledProcessError(SubprocessError):
    returncode: int
    cmd: Any
    output: Any
    stdout: Any
    stderr: Any
    def __init__(self, returncode: int, cmd: Any, output: Any = ..., stderr: Any = ...) -> None: ...
class CompletedProcess(Generic[T]):
    args: Any
    returncode: int
    stdout: T
    stderr: T
    def __init__(self, args: Any, returncode: int, stdout: Any = ..., stderr: Any = ...) -> None: ...
    def check_returncode(self) -> None: ...

class Popen(Generic[T]):
    args: Any
    stdin: BufferedWriter | None
    stdout: BufferedReader | None
    stderr: BufferedReader | None
    pid: int
    returncode: int
    universal_newlines: bool
    @blocks("subprocess", instead="asyncio.create_subprocess_exec")
    @sink("shell", arg="args")
    def __init__(self, args: Any, bufsize: int = ..., executable: Any = ..., stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., preexec_fn: Callable[[], Any] | None = ..., close_fds: bool = ..., shell: bool = ..., cwd: Any = ..., env: Mapping[str, str] | None = ..., universal_newlines: bool | None = ..., startupinfo: Any = ..., creationflags: int = ..., restore_signals: bool = ..., start_new_session: bool = ..., pass_fds: Sequence[int] = ..., **kwargs) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *args) -> None: ...
    def poll(self) -> int | None: ...
    @blocks("subprocess", instead="asyncio.subprocess.Process.wait")
    def wait(self, timeout: float | None = ...) -> int: ...
    @blocks("subprocess", instead="asyncio.subprocess.Process.communicate")
    def communicate(self, input: Any = ..., timeout: float | None = ...) -> tuple[str, str]: ...
    def send_signal(self, sig: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...

@blocks("subprocess", instead="asyncio.create_subprocess_exec")
@sink("shell", arg="args")
def run(args: Any, bufsize: int = ..., executable: Any = ..., stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., *, input: Any = ..., capture_output: bool = ..., timeout: float | None = ..., check: bool = ..., shell: bool = ..., cwd: Any = ..., env: Mapping[str, str] | None = ..., **kwargs) -> CompletedProcess[str]: ...
@blocks("subprocess", instead="asyncio.create_subprocess_exec")
@sink("shell", arg="args")
def call(args: Any, bufsize: int = ..., executable: Any = ..., stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., *, timeout: float | None = ..., shell: bool = ..., **kwargs) -> int: ...
@blocks("subprocess", instead="asyncio.create_subprocess_exec")
@sink("shell", arg="args")
def check_call(args: Any, bufsize: int = ..., executable: Any = ..., stdin: Any = ..., stdout: Any = ..., stderr: Any = ..., *, timeout: float | None = ..., shell: bool = ..., **kwargs) -> int: ...
@blocks("subprocess", instead="asyncio.create_subprocess_exec")
@sink("shell", arg="args")
def check_output(args: Any, bufsize: int = ..., executable: Any = ..., stdin: Any = ..., stderr: Any = ..., *, timeout: float | None = ..., shell: bool = ..., **kwargs) -> str: ...
@blocks("subprocess", instead="asyncio.create_subprocess_shell")
@sink("shell", arg="cmd")
def getoutput(cmd: Any, *, encoding: str | None = ..., errors: str | None = ...) -> str: ...
@blocks("subprocess", instead="asyncio.create_subprocess_shell")
@sink("shell", arg="cmd")
def getstatusoutput(cmd: Any, *, encoding: str | None = ..., errors: str | None = ...) -> tuple[int, str]: ...
def list2cmdline(seq: Any) -> str: ...
