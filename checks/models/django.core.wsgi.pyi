# Django 3.2 to 6
from django.core.handlers.wsgi import WSGIHandler as WSGIHandler

def get_wsgi_application() -> WSGIHandler: ...
