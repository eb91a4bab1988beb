from loadpath import blocks

@blocks("network", instead="asyncio.to_thread")
def download(model: str, *args, **kwargs) -> None: ...
