# aiohttp.streams
from aiohttp import StreamReader as StreamReader
