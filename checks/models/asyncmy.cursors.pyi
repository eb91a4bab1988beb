# asyncmy 0.2
from aiomysql.cursors import Cursor as Cursor, DictCursor as DictCursor, SSCursor as SSCursor, SSDictCursor as SSDictCursor
