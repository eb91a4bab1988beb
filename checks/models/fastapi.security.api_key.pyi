# fastapi.security.api_key
from fastapi.security import APIKeyBase as APIKeyBase, APIKeyCookie as APIKeyCookie, APIKeyHeader as APIKeyHeader, APIKeyQuery as APIKeyQuery
