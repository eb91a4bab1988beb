# drf-yasg: 1.2x
from loadpath import provides

provides("api-docs")
