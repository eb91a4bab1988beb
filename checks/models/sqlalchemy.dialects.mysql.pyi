# SQLAlchemy 1.4 and 2.x
from sqlalchemy.sql import Insert as Insert

def insert(table) -> Insert: ...
