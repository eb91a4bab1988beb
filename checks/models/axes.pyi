# django-axes: 5 to 8; it limits logins, not requests
from loadpath import provides

provides("auth")
