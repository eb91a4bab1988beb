# valkey-py 6
from valkey.client import Valkey as Valkey

def from_url(url: str, **kwargs) -> Valkey: ...
