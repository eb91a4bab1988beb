# pydantic.functional_serializers
from pydantic import *
