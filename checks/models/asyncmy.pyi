# asyncmy 0.2
from loadpath import provides
from aiomysql import Connection as Connection, Pool as Pool, connect as connect, create_pool as create_pool

provides("database")
