# django-oauth-toolkit: 1 to 3
from loadpath import guards

@guards("authentication")
def protected_resource(scopes=None, validator_cls=..., server_cls=...): ...
@guards("authentication")
def rw_protected_resource(scopes=None, validator_cls=..., server_cls=...): ...
