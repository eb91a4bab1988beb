# Django 3.2 to 6
from django.utils.deprecation import MiddlewareMixin as MiddlewareMixin

class CurrentSiteMiddleware(MiddlewareMixin): ...
