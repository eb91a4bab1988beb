from typing import Any
from loadpath import provides

provides("vector-db")
def register_vector(conn_or_curs: Any, *args, **kwargs) -> None: ...
