# Django 3.2 to 6
from django.db import models

class AbstractBaseSession(models.Model):
    session_key = models.CharField()
    session_data = models.TextField()
    expire_date = models.DateTimeField()
class Session(AbstractBaseSession): ...
