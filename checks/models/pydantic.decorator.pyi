# pydantic.decorator
from pydantic import validate_arguments as validate_arguments
