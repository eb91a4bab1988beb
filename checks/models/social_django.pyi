# social-auth-app-django: 3 to 5
from loadpath import provides

provides("auth")
