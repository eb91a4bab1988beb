# pymemcache 4.x
from pymemcache.client.base import Client as Client, PooledClient as PooledClient
from pymemcache.client.hash import HashClient as HashClient
