# exa-py: 1.x and 2.x
from exa_py.api import Exa as Exa, AsyncExa as AsyncExa
