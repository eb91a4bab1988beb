# aiohttp.web_request
from aiohttp.web import BaseRequest as BaseRequest, FileField as FileField, Request as Request
