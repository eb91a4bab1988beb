from typing import Any
from jsonschema import *

def validator_for(schema: Any, *args) -> Any: ...
