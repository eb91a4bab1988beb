# sh 1 and 2: every name is a command
from typing import Iterator, Self
from loadpath import blocks

class RunningCommand:
    exit_code: int
    stdout: bytes
    stderr: bytes
    @blocks("subprocess", instead="asyncio.create_subprocess_exec")
    def wait(self, timeout=None) -> Self: ...
    @blocks("subprocess", instead="asyncio.create_subprocess_exec")
    def __iter__(self) -> Iterator[str]: ...

class Command:
    def __init__(self, path, search_paths=None): ...
    def bake(self, *args, **kwargs) -> Command: ...
    def __getattr__(self, name: str) -> Command: ...
    @blocks("subprocess", instead="await of the command made with _async=True")
    def __call__(self, *args, **kwargs) -> RunningCommand: ...

class ErrorReturnCode(Exception): ...

class CommandNotFound(AttributeError): ...

def __getattr__(name: str) -> Command: ...
git: Command
ls: Command
cat: Command
cp: Command
mv: Command
rm: Command
mkdir: Command
bash: Command
python: Command
python3: Command
pip: Command
docker: Command
kubectl: Command
ffmpeg: Command
ffprobe: Command
rsync: Command
tar: Command
unzip: Command
curl: Command
wget: Command
ssh: Command
scp: Command
make: Command
find: Command
grep: Command
sed: Command
ps: Command
kill: Command
pandoc: Command
convert: Command
aws: Command
gcloud: Command
terraform: Command
helm: Command
psql: Command
pg_dump: Command
mysqldump: Command
systemctl: Command
