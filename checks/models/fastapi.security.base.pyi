# fastapi.security.base
from fastapi.security import SecurityBase as SecurityBase
