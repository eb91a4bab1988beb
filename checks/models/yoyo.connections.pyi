# yoyo-migrations 5 to 9
from yoyo.backends import DatabaseBackend as DatabaseBackend
from loadpath import blocks

@blocks("database")
def get_backend(uri, migration_table=...) -> DatabaseBackend: ...
