# django-two-factor-auth: 1.12 to 1.18
from typing import Any
from loadpath import guards

@guards("authentication")
class OTPRequiredMixin:
    raise_anonymous: bool
    raise_unverified: bool
    login_url: Any
    verification_url: Any
