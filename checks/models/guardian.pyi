# django-guardian: 2 and 3
from loadpath import provides

provides("auth")
