# social-auth-app-django: 3 to 5
from typing import Any
from django.conf import settings
from django.db import models
from loadpath import blocks

class AbstractUserSocialAuth(models.Model):
    provider = models.CharField()
    uid = models.CharField()
    extra_data = models.JSONField()
    @blocks("http")
    def refresh_token(self, strategy, *args, **kwargs) -> None: ...
    @blocks("http")
    def get_access_token(self, strategy) -> Any: ...
    @classmethod
    @blocks("orm")
    def get_social_auth(cls, provider, uid) -> Any: ...
class UserSocialAuth(AbstractUserSocialAuth):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="social_auth")
