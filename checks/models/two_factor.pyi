# django-two-factor-auth: 1.12 to 1.18
from loadpath import provides

provides("auth")
