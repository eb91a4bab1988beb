# django-celery-beat 2
from loadpath import provides

provides("scheduler")
