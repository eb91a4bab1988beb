# valkey-py 6
from loadpath import provides
from valkey.asyncio import client as client, cluster as cluster, connection as connection, lock as lock, sentinel as sentinel
from valkey.asyncio.client import Valkey as Valkey, StrictValkey as StrictValkey
from valkey.asyncio.cluster import ValkeyCluster as ValkeyCluster
from valkey.asyncio.connection import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, SSLConnection as SSLConnection
from valkey.asyncio.sentinel import Sentinel as Sentinel
from valkey.exceptions import AuthenticationError as AuthenticationError, ConnectionError as ConnectionError, DataError as DataError, ValkeyError as ValkeyError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError

provides("cache")

def from_url(url: str, **kwargs) -> Valkey: ...
