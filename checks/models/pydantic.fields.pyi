# pydantic.fields
from pydantic import Field as Field, FieldInfo as FieldInfo, PrivateAttr as PrivateAttr, computed_field as computed_field
