# rules: 3
from typing import Any
from loadpath import blocks, guards
from django.contrib.auth.mixins import LoginRequiredMixin as LoginRequiredMixin, PermissionRequiredMixin as _PermissionRequiredMixin

@guards("authorisation")
class PermissionRequiredMixin(_PermissionRequiredMixin):
    def get_permission_object(self) -> Any: ...
@guards("authorisation")
class AutoPermissionRequiredMixin(PermissionRequiredMixin):
    permission_type_map: Any
def objectgetter(model, attr_name="pk", field_name="pk") -> Any: ...
@guards("authorisation")
def permission_required(perm, fn=None, login_url=None, raise_exception=False, redirect_field_name="next"): ...
