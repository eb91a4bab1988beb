# aiofiles.base
from aiofiles import AiofilesContextManager as AiofilesContextManager, AsyncFile as AsyncBase
