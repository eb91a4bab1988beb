# flask-marshmallow
from typing import Any
from loadpath import provides
from marshmallow import Schema as _Schema
from marshmallow_sqlalchemy import SQLAlchemySchema as _SQLAlchemySchema, SQLAlchemyAutoSchema as _SQLAlchemyAutoSchema

provides("validation")
class Marshmallow:
    Schema = _Schema
    SQLAlchemySchema = _SQLAlchemySchema
    SQLAlchemyAutoSchema = _SQLAlchemyAutoSchema
    ModelSchema = _SQLAlchemyAutoSchema
    def __init__(self, app: Any = ...) -> None: ...
    def init_app(self, app: Any) -> None: ...
