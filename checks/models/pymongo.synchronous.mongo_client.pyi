# PyMongo 4.x
from pymongo.mongo_client import MongoClient as MongoClient
