# PyMongo 4.x
from pymongo.database import Database as Database
