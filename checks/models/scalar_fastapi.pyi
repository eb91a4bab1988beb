from typing import Any
from loadpath import provides

provides("api-docs")
def get_scalar_api_reference(**kwargs) -> Any: ...
