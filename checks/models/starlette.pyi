# starlette, versions 0.20 to 1
from loadpath import provides

provides("web-framework")
__version__: str
