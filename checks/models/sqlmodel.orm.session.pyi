# SQLModel 0.0.x
from loadpath import blocks
from sqlalchemy.engine.result import ScalarResult as ScalarResult
from sqlalchemy.orm.session import Session as _Session

class Session(_Session):
    @blocks("database", instead="sqlmodel.ext.asyncio.session.AsyncSession.exec")
    def exec(self, statement, *, params=None, execution_options=..., bind_arguments=None) -> ScalarResult: ...
