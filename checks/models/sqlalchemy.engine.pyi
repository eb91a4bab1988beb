# SQLAlchemy 1.4 and 2.x
from loadpath import provides
from sqlalchemy.engine.base import Connection as Connection, Engine as Engine, NestedTransaction as NestedTransaction, Transaction as Transaction
from sqlalchemy.engine.create import create_engine as create_engine, engine_from_config as engine_from_config
from sqlalchemy.engine.cursor import CursorResult as CursorResult
from sqlalchemy.engine.reflection import Inspector as Inspector
from sqlalchemy.engine.result import MappingResult as MappingResult, Result as Result, Row as Row, RowMapping as RowMapping, ScalarResult as ScalarResult
from sqlalchemy.engine.url import URL as URL, make_url as make_url

provides("database")
