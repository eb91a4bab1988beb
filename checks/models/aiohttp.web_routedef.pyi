# aiohttp.web_routedef
from aiohttp.web import RouteDef as RouteDef, RouteTableDef as RouteTableDef, delete as delete, get as get, head as head, options as options, patch as patch, post as post, put as put, route as route, static as static, view as view
