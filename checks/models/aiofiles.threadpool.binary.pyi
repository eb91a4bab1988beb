# aiofiles.threadpool.binary
from aiofiles import AsyncFile as AsyncBufferedIOBase, AsyncFile as AsyncBufferedReader, AsyncFile as AsyncFileIO
