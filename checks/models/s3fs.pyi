# s3fs
from loadpath import provides
from fsspec.spec import AbstractFileSystem as AbstractFileSystem

provides("storage")

class S3FileSystem(AbstractFileSystem):
    async def set_session(self, *args, **kwargs): ...
