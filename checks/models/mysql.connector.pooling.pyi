# MySQL Connector/Python 8 and 9: the constructor opens its connections
from loadpath import blocks
from mysql.connector.connection import MySQLConnection as MySQLConnection

class PooledMySQLConnection(MySQLConnection):
    def __init__(self, pool, cnx): ...

class MySQLConnectionPool:
    @blocks("database", instead="mysql.connector.aio.connect")
    def __init__(self, pool_size=5, pool_name=None, pool_reset_session=True, **kwargs): ...
    @blocks("database", instead="mysql.connector.aio.connect")
    def add_connection(self, cnx=None) -> None: ...
    @blocks("database", instead="mysql.connector.aio.connect")
    def get_connection(self) -> PooledMySQLConnection: ...
