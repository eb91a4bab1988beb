# PyMongo 4.x
from pymongo.asynchronous.database import AsyncDatabase as AsyncDatabase
from pymongo.synchronous.database import Database as Database
