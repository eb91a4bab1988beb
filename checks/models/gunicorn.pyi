# gunicorn, versions 19 to 25
from loadpath import provides

provides("server")
__version__: str
