# pydantic.root_model
from pydantic import RootModel as RootModel
