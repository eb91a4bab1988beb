from loadpath import provides
from jose.exceptions import JWTError as JWTError, ExpiredSignatureError as ExpiredSignatureError

provides("auth")
