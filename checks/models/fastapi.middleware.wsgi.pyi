# fastapi.middleware.wsgi
from starlette.middleware.wsgi import WSGIMiddleware as WSGIMiddleware
