# Django 3.2 to 6
from django.core.handlers.asgi import ASGIHandler as ASGIHandler

def get_asgi_application() -> ASGIHandler: ...
