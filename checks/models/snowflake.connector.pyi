# snowflake-connector-python 3 and 4
from loadpath import blocks, provides
from snowflake.connector.connection import SnowflakeConnection as SnowflakeConnection
from snowflake.connector.cursor import DictCursor as DictCursor, SnowflakeCursor as SnowflakeCursor

provides("database")

class Error(Exception): ...

class DatabaseError(Error): ...

class ProgrammingError(DatabaseError): ...

class OperationalError(DatabaseError): ...

@blocks("database", instead="snowflake.connector.aio.connect")
def connect(connection_name=None, connections_file_path=None, **kwargs) -> SnowflakeConnection: ...
