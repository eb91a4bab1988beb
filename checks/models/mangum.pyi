# mangum 0.1x
from loadpath import provides
from mangum.adapter import Mangum as Mangum

provides("server")
