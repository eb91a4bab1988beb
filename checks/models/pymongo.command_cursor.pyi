# PyMongo 4.x
from pymongo.asynchronous.command_cursor import AsyncCommandCursor as AsyncCommandCursor
from pymongo.synchronous.command_cursor import CommandCursor as CommandCursor
