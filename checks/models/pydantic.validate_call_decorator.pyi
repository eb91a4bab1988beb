# pydantic.validate_call_decorator
from pydantic import validate_call as validate_call
