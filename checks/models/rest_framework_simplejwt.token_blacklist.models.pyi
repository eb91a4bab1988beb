# djangorestframework-simplejwt 5
from django.db import models

class OutstandingToken(models.Model):
    jti = models.CharField()
    token = models.TextField()
class BlacklistedToken(models.Model):
    token = models.OneToOneField(OutstandingToken, models.CASCADE)
