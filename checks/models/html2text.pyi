# html2text 2018 to 2025
from loadpath import blocks, provides

provides("documents")
class HTML2Text:
    ignore_links: bool
    ignore_images: bool
    body_width: int
    def __init__(self, *args, **kwargs) -> None: ...
    @blocks("cpu")
    def handle(self, data: str) -> str: ...
@blocks("cpu")
def html2text(html: str, *args, **kwargs) -> str: ...
