# PyMongo 4.x
from pymongo.change_stream import ChangeStream as ChangeStream
