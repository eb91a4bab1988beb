# SQLModel 0.0.x
from sqlalchemy.engine.result import ScalarResult as ScalarResult
from sqlalchemy.ext.asyncio.session import AsyncSession as _AsyncSession

class AsyncSession(_AsyncSession):
    async def exec(self, statement, *, params=None, execution_options=..., bind_arguments=None) -> ScalarResult: ...
