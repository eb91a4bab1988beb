# aiofiles.threadpool.text
from aiofiles import AsyncFile as AsyncTextIOWrapper
