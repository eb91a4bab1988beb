# PyMongo 4.x
from pymongo.collection import Collection as Collection
