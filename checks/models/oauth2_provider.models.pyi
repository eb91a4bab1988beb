# django-oauth-toolkit: 1 to 3
from django.conf import settings
from django.db import models
from loadpath import blocks

class AbstractApplication(models.Model):
    client_id = models.CharField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    redirect_uris = models.TextField()
    client_secret = models.CharField()
    name = models.CharField()
    created = models.DateTimeField()
class Application(AbstractApplication): ...
class AbstractAccessToken(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    token = models.CharField()
    application = models.ForeignKey(Application, models.CASCADE)
    expires = models.DateTimeField()
    scope = models.TextField()
    def is_valid(self, scopes=None) -> bool: ...
    def is_expired(self) -> bool: ...
    @blocks("orm")
    def revoke(self) -> None: ...
class AccessToken(AbstractAccessToken): ...
class AbstractRefreshToken(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    token = models.CharField()
    application = models.ForeignKey(Application, models.CASCADE)
    access_token = models.OneToOneField(AccessToken, models.SET_NULL, related_name="refresh_token")
    @blocks("orm")
    def revoke(self) -> None: ...
class RefreshToken(AbstractRefreshToken): ...
def get_application_model() -> type[Application]: ...
def get_access_token_model() -> type[AccessToken]: ...
def get_refresh_token_model() -> type[RefreshToken]: ...
@blocks("orm")
def clear_expired() -> None: ...
