# SQLAlchemy 1.4 and 2.x
from loadpath import blocks
from sqlalchemy.orm.decl_api import DeclarativeBase as _DeclarativeBase

class AutomapBase(_DeclarativeBase):
    @classmethod
    @blocks("database", instead="sqlalchemy.ext.asyncio.AsyncConnection.run_sync")
    def prepare(cls, autoload_with=None, *args, **kwargs) -> None: ...

def automap_base(declarative_base=None, **kw) -> type[AutomapBase]: ...
