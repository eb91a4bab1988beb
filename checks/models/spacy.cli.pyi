from loadpath import blocks

@blocks("network")
def download(model: str, *args, **kwargs) -> None: ...
