# dj-rest-auth: 1 to 7
from loadpath import provides

provides("auth")
