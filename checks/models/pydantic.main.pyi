# pydantic.main
from pydantic import BaseModel as BaseModel, create_model as create_model
