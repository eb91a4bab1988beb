# rules: 3
from typing import Any
from loadpath import guards

@guards("authorisation")
class AutoPermissionViewSetMixin:
    permission_type_map: Any
