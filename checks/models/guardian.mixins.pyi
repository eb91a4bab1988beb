# django-guardian: 2 and 3
from typing import Any
from loadpath import blocks, guards

@guards("authentication")
class LoginRequiredMixin:
    login_url: Any
    redirect_field_name: str
@guards("authorisation")
class PermissionRequiredMixin:
    permission_required: Any
    permission_object: Any
    return_403: bool
    return_404: bool
    raise_exception: bool
    accept_global_perms: bool
    any_perm: bool
    def get_required_permissions(self, request=None) -> list[str]: ...
    def get_permission_object(self) -> Any: ...
    def check_permissions(self, request) -> Any: ...
class GuardianUserMixin:
    @blocks("orm")
    def add_obj_perm(self, perm, obj) -> Any: ...
    @blocks("orm")
    def del_obj_perm(self, perm, obj) -> Any: ...
class PermissionListMixin:
    permission_required: Any
