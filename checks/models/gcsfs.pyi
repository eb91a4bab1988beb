# gcsfs
from loadpath import provides
from fsspec.spec import AbstractFileSystem as AbstractFileSystem

provides("storage")

class GCSFileSystem(AbstractFileSystem): ...
