# aiohttp.web_middlewares
from aiohttp.web import middleware as middleware, normalize_path_middleware as normalize_path_middleware
