# pydantic.v1, the first version inside the second
from pydantic import *
from pydantic_settings import BaseSettings as BaseSettings
