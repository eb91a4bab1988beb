# Django 3.2 to 6
from django.core.files.storage.base import Storage as Storage

class InMemoryStorage(Storage): ...
