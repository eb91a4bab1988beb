# Flask-SQLAlchemy 2.5 and 3.x
from typing import ClassVar
from sqlalchemy.orm.query import Query as Query
from sqlalchemy.sql.schema import MetaData as MetaData, Table as Table

class Model:
    query: ClassVar[Query]
    metadata: ClassVar[MetaData]
    __table__: ClassVar[Table]
    def __init__(self, **kwargs): ...
