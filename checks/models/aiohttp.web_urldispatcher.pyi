# aiohttp.web_urldispatcher
from aiohttp.web import UrlDispatcher as UrlDispatcher, UrlMappingMatchInfo as UrlMappingMatchInfo, View as View
