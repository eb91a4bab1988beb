# emcache 1
from emcache.base import Client as Client

async def create_client(node_addresses=None, *args, **kwargs) -> Client: ...
