# asyncstdlib 3: sync runs the function where it is awaited, on the loop
from asyncstdlib.functools import cache as cache, lru_cache as lru_cache
from asyncstdlib.asynctools import sync as sync
