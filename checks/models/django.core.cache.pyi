# Django 3.2 to 6
from typing import Any
from loadpath import provides
from django.core.cache.backends.base import BaseCache as BaseCache, CacheKeyWarning as CacheKeyWarning, InvalidCacheBackendError as InvalidCacheBackendError, InvalidCacheKey as InvalidCacheKey

provides("cache")
class CacheHandler:
    def __getitem__(self, alias) -> BaseCache: ...
    def all(self, initialized_only=False) -> list[BaseCache]: ...
cache: BaseCache
caches: CacheHandler
DEFAULT_CACHE_ALIAS: str
