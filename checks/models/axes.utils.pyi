# django-axes: 5 to 8
from loadpath import blocks

@blocks("orm")
def reset(ip=None, username=None, ip_or_username=False) -> int: ...
@blocks("orm")
def reset_request(request) -> int: ...
