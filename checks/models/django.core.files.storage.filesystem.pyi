# Django 3.2 to 6
from django.core.files.storage.base import Storage as Storage

class FileSystemStorage(Storage):
    location: str
    base_url: str
    def __init__(self, location=None, base_url=None, file_permissions_mode=None, directory_permissions_mode=None, allow_overwrite=False): ...
