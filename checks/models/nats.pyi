# nats-py 2.x
from loadpath import provides
from nats.aio.client import Client as NATS

provides("broker")

async def connect(servers=..., **options) -> NATS: ...
