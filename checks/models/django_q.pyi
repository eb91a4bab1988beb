# django-q and django-q2
from loadpath import provides

provides("jobs")
