# lancedb: 0.x
from loadpath import blocks, provides
from lancedb.db import DBConnection, AsyncConnection as AsyncConnection

provides("vector-db")
@blocks("database", instead="lancedb.connect_async")
def connect(uri: str, **kwargs) -> DBConnection: ...
async def connect_async(uri: str, **kwargs) -> AsyncConnection: ...
