# pydantic.networks
from pydantic import *
