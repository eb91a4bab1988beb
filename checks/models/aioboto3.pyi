# aioboto3 11 and later
from loadpath import provides
from aioboto3.session import Session as Session

provides("storage")
