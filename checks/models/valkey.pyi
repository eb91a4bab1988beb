# valkey-py 6
from loadpath import provides
from valkey import asyncio as asyncio, client as client, cluster as cluster, connection as connection, exceptions as exceptions, lock as lock, sentinel as sentinel
from valkey.client import Valkey as Valkey, StrictValkey as StrictValkey
from valkey.cluster import ValkeyCluster as ValkeyCluster
from valkey.connection import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, SSLConnection as SSLConnection
from valkey.exceptions import AuthenticationError as AuthenticationError, BusyLoadingError as BusyLoadingError, ConnectionError as ConnectionError, DataError as DataError, ValkeyError as ValkeyError, ResponseError as ResponseError, TimeoutError as TimeoutError, WatchError as WatchError
from valkey.sentinel import Sentinel as Sentinel
from valkey.utils import from_url as from_url

provides("cache")
