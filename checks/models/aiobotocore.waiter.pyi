# aiobotocore 2 and 3

class AIOWaiter:
    async def wait(self, **kwargs) -> None: ...
