# PyMongo 4.x
from pymongo.cursor import Cursor as Cursor
