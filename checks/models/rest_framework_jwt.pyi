# djangorestframework-jwt 1.11 and drf-jwt 1.13 to 1.19
from loadpath import provides

provides("auth")
