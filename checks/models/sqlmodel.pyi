# SQLModel 0.0.x
from typing import ClassVar, Self
from loadpath import provides
from pydantic import BaseModel as _BaseModel
from sqlalchemy import Column as Column, ForeignKey as ForeignKey, MetaData as MetaData, Table as Table, delete as delete, insert as insert, text as text, union as union, union_all as union_all, update as update
from sqlalchemy.engine import create_engine as create_engine
from sqlmodel.orm.session import Session as Session
from sqlmodel.sql.expression import SelectOfScalar as SelectOfScalar, col as col, select as select

provides("database")
provides("orm")

class SQLModel(_BaseModel):
    metadata: ClassVar[MetaData]
    __table__: ClassVar[Table]
    def sqlmodel_update(self, obj, *, update=None) -> Self: ...

def Field(default=..., **kwargs): ...
def Relationship(**kwargs): ...
