# django-ninja 1
from loadpath import limits

@limits
class BaseThrottle: ...
@limits
class SimpleRateThrottle(BaseThrottle):
    def __init__(self, rate=None): ...
@limits
class AnonRateThrottle(BaseThrottle):
    def __init__(self, rate=None): ...
@limits
class AuthRateThrottle(BaseThrottle):
    def __init__(self, rate=None): ...
@limits
class UserRateThrottle(BaseThrottle):
    def __init__(self, rate=None): ...
