# pydantic.fields
from pydantic import Field as Field, PrivateAttr as PrivateAttr, computed_field as computed_field
