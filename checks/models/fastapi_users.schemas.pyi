from typing import Any
from pydantic import BaseModel

class BaseUser(BaseModel):
    id: Any
    email: str
    is_active: bool
    is_superuser: bool
    is_verified: bool

class BaseUserCreate(BaseModel):
    email: str
    password: str

class BaseUserUpdate(BaseModel):
    password: str
    email: str
