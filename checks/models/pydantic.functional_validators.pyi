# pydantic.functional_validators
from pydantic import *
