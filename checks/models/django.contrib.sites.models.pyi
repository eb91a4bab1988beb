# Django 3.2 to 6
from loadpath import blocks
from django.db import models

class SiteManager(models.Manager):
    @blocks("orm")
    def get_current(self, request=None) -> Site: ...
    def clear_cache(self) -> None: ...
class Site(models.Model):
    domain = models.CharField()
    name = models.CharField()
    objects = SiteManager()
