# PyMongo 4.x
from pymongo.asynchronous.cursor import AsyncCursor as AsyncCursor
from pymongo.synchronous.cursor import Cursor as Cursor
