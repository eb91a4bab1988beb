from loadpath import provides
from marshmallow import fields as fields

provides("validation")
