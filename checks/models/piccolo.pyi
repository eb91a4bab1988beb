# Piccolo 1.x
from loadpath import provides

provides("database")
provides("orm")
