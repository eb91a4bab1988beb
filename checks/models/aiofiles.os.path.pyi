# aiofiles.os.path
from aiofiles.ospath import *
