# Django 3.2 to 6
from typing import Any
from django.core.files.storage.base import Storage as Storage
from django.core.files.storage.filesystem import FileSystemStorage as FileSystemStorage
from django.core.files.storage.memory import InMemoryStorage as InMemoryStorage

class StorageHandler:
    def __getitem__(self, alias) -> Storage: ...
class DefaultStorage(Storage): ...
default_storage: Storage
storages: StorageHandler
def get_storage_class(import_path=None) -> type[Storage]: ...
