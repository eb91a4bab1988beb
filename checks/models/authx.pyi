# authx: 1.x
from loadpath import provides
from authx.config import AuthXConfig as AuthXConfig
from authx.main import AuthX as AuthX
from authx.schema import RequestToken as RequestToken, TokenPayload as TokenPayload

provides("auth")
