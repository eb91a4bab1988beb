# pydantic.v1, the first version inside the second
from pydantic import *
