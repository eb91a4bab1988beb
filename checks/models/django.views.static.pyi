# Django 3.2 to 6
from typing import Any

def serve(request, path, document_root=None, show_indexes=False) -> Any: ...
