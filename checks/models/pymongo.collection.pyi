# PyMongo 4.x
from pymongo.asynchronous.collection import AsyncCollection as AsyncCollection
from pymongo.synchronous.collection import Collection as Collection

class ReturnDocument:
    BEFORE: bool
    AFTER: bool
