# spectree: 0.x to 3
from loadpath import provides
from spectree.response import Response as Response
from spectree.spec import SpecTree as SpecTree

provides("api-docs")
provides("validation")
