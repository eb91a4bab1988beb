# drf-spectacular: 0.2x and 0.3x
from loadpath import provides

provides("api-docs")
