# asyncpg 0.2x
from typing import Any
from loadpath import provides
from asyncpg import exceptions as exceptions, pool as pool
from asyncpg.connection import Connection as Connection, connect as connect
from asyncpg.exceptions import ForeignKeyViolationError as ForeignKeyViolationError, InterfaceError as InterfaceError, PostgresError as PostgresError, UndefinedTableError as UndefinedTableError, UniqueViolationError as UniqueViolationError
from asyncpg.pool import Pool as Pool, create_pool as create_pool

provides("database")

class Record(dict[str, Any]): ...
