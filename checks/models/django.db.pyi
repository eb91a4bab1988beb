# Django 3.2 to 6
from django.db.utils import DEFAULT_DB_ALIAS as DEFAULT_DB_ALIAS, DatabaseError as DatabaseError, DataError as DataError, Error as Error, IntegrityError as IntegrityError, InterfaceError as InterfaceError, InternalError as InternalError, NotSupportedError as NotSupportedError, OperationalError as OperationalError, ProgrammingError as ProgrammingError, ConnectionHandler as ConnectionHandler
from django.db.backends.base.base import BaseDatabaseWrapper as _BaseDatabaseWrapper
from loadpath import blocks, provides

provides("database")
connection: _BaseDatabaseWrapper
connections: ConnectionHandler
router: object
def reset_queries(**kwargs) -> None: ...
@blocks("orm")
def close_old_connections(**kwargs) -> None: ...
