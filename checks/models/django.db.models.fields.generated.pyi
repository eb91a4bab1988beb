# Django 5 and 6
from django.db.models.fields import Field as Field

class GeneratedField(Field):
    def __init__(self, *, expression, output_field, db_persist, **kwargs): ...
