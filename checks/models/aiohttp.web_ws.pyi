# aiohttp.web_ws
from aiohttp.web import WebSocketResponse as WebSocketResponse
