# sqlite3.dbapi2, the defining name of sqlite3
from sqlite3 import *
