# argon2-cffi 21 and later
from loadpath import blocks
from argon2 import Type as Type

@blocks("cpu")
def hash_secret(secret, salt, *args, **kwargs) -> bytes: ...
@blocks("cpu")
def hash_secret_raw(secret, salt, *args, **kwargs) -> bytes: ...
@blocks("cpu")
def verify_secret(hash, secret, type) -> bool: ...
