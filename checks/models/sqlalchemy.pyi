# SQLAlchemy 1.4 and 2.x
from loadpath import provides
from sqlalchemy.engine import Connection as Connection, CursorResult as CursorResult, Engine as Engine, Inspector as Inspector, MappingResult as MappingResult, Result as Result, Row as Row, RowMapping as RowMapping, ScalarResult as ScalarResult, URL as URL, create_engine as create_engine, engine_from_config as engine_from_config, make_url as make_url
from sqlalchemy.sql import Delete as Delete, Executable as Executable, Insert as Insert, Select as Select, TextClause as TextClause, Update as Update, delete as delete, except_ as except_, insert as insert, intersect as intersect, select as select, text as text, union as union, union_all as union_all, update as update
from sqlalchemy.sql.schema import Column as Column, ForeignKey as ForeignKey, MetaData as MetaData, Table as Table

provides("database")

def inspect(subject, raiseerr=True) -> Inspector: ...
def create_mock_engine(url, executor, **kw): ...
