# PyMongo 4.x
from loadpath import provides
from pymongo.asynchronous.mongo_client import AsyncMongoClient as AsyncMongoClient
from pymongo.collection import ReturnDocument as ReturnDocument
from pymongo.mongo_client import MongoClient as MongoClient

provides("database")

class InsertOne:
    def __init__(self, document, **kwargs): ...

class UpdateOne:
    def __init__(self, filter, update, **kwargs): ...

class UpdateMany:
    def __init__(self, filter, update, **kwargs): ...

class ReplaceOne:
    def __init__(self, filter, replacement, **kwargs): ...

class DeleteOne:
    def __init__(self, filter, **kwargs): ...

class DeleteMany:
    def __init__(self, filter, **kwargs): ...

class IndexModel:
    def __init__(self, keys, **kwargs): ...
