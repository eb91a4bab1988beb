# djangorestframework-api-key: 1 to 3
from loadpath import provides

provides("auth")
