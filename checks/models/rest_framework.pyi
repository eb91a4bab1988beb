# djangorestframework 3.12 to 3.18
from loadpath import provides

provides("web-framework")
VERSION: str
