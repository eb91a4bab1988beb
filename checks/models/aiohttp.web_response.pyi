# aiohttp.web_response
from aiohttp.web import Response as Response, StreamResponse as StreamResponse, json_response as json_response
