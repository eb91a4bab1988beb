# Django 3.2 to 6
from django.db.models.constraints import BaseConstraint as BaseConstraint

class ExclusionConstraint(BaseConstraint): ...
