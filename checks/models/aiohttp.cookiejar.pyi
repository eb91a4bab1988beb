# aiohttp.cookiejar
from aiohttp import CookieJar as CookieJar, DummyCookieJar as DummyCookieJar
