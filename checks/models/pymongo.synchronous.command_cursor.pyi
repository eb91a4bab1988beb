# PyMongo 4.x
from pymongo.command_cursor import CommandCursor as CommandCursor
