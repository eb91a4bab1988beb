# emcache 1
from loadpath import provides
from emcache.base import Client as Client, Item as Item
from emcache.client import create_client as create_client
from emcache.node import MemcachedHostAddress as MemcachedHostAddress

provides("cache")
