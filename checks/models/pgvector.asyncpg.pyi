from typing import Any
from loadpath import provides

provides("vector-db")
async def register_vector(conn: Any, *args, **kwargs) -> None: ...
