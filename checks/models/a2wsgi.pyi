# a2wsgi 1
from a2wsgi.asgi import ASGIMiddleware as ASGIMiddleware
from a2wsgi.wsgi import WSGIMiddleware as WSGIMiddleware
