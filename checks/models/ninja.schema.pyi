# django-ninja 1
from pydantic import BaseModel as BaseModel, Field as Field

class Schema(BaseModel):
    @classmethod
    def from_orm(cls, obj, **kw): ...
    def dict(self, **kwargs) -> dict: ...
