# aiopath 0.5 to 0.7
from aiopath.path import AsyncPath as AsyncPath, AsyncPosixPath as AsyncPosixPath
