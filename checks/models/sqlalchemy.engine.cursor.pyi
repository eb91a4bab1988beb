# SQLAlchemy 1.4 and 2.x
from sqlalchemy.engine.result import Result as Result
from sqlalchemy.engine.result import Row as Row

class CursorResult(Result):
    rowcount: int
    lastrowid: int
    inserted_primary_key: Row
    returns_rows: bool
