# Django 3.2 to 6
from typing import Any
from loadpath import guards

class AccessMixin:
    login_url: Any
    permission_denied_message: str
    raise_exception: bool
    redirect_field_name: str
    def handle_no_permission(self) -> Any: ...
@guards("authentication")
class LoginRequiredMixin(AccessMixin): ...
@guards("authorisation")
class PermissionRequiredMixin(AccessMixin):
    permission_required: Any
    def get_permission_required(self) -> Any: ...
    def has_permission(self) -> bool: ...
@guards("authorisation")
class UserPassesTestMixin(AccessMixin):
    def test_func(self) -> bool: ...
