# djoser: 2
from loadpath import provides

provides("auth")
