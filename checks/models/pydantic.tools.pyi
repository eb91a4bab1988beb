# pydantic.tools
from pydantic import parse_obj_as as parse_obj_as, parse_raw_as as parse_raw_as
