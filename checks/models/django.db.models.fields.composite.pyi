# Django 5.2 and 6
from django.db.models.fields import Field as Field

class CompositePrimaryKey(Field):
    def __init__(self, *args, **kwargs): ...
