# PyMongo 4.x
from pymongo.asynchronous.mongo_client import AsyncMongoClient as AsyncMongoClient
from pymongo.synchronous.mongo_client import MongoClient as MongoClient
