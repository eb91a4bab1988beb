# djangorestframework 3.12 to 3.18
from django.conf import settings
from django.db import models

class Token(models.Model):
    key = models.CharField()
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="auth_token")
    created = models.DateTimeField()
class TokenProxy(Token): ...
