# pydantic.types
from pydantic import *
