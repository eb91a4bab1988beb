# MySQL Connector/Python 8 and 9
from loadpath import blocks, provides
from mysql.connector import errors as errors, pooling as pooling
from mysql.connector.connection import MySQLConnection as MySQLConnection
from mysql.connector.errors import DatabaseError as DatabaseError, Error as Error, IntegrityError as IntegrityError, InterfaceError as InterfaceError, OperationalError as OperationalError, ProgrammingError as ProgrammingError

provides("database")

@blocks("database", instead="mysql.connector.aio.connect")
def connect(*args, **kwargs) -> MySQLConnection: ...
