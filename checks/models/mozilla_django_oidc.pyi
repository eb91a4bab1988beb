# mozilla-django-oidc: 1 to 5
from loadpath import provides

provides("auth")
