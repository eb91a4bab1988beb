# botocore 1.x
from loadpath import blocks

class Waiter:
    @blocks("http", instead="wait of a waiter of an aioboto3 client")
    def wait(self, **kwargs) -> None: ...
