# Django 3.2 to 6
from typing import Any
from loadpath import blocks, provides
from django.contrib.auth.base_user import AbstractBaseUser as AbstractBaseUser
from django.contrib.auth.signals import user_logged_in as user_logged_in, user_logged_out as user_logged_out, user_login_failed as user_login_failed

provides("auth")
SESSION_KEY: str
BACKEND_SESSION_KEY: str
HASH_SESSION_KEY: str
REDIRECT_FIELD_NAME: str

# The class that AUTH_USER_MODEL names.
def get_user_model() -> type[AbstractBaseUser]: ...
def load_backend(path) -> Any: ...
def get_backends() -> list[Any]: ...
@blocks("orm", instead="aauthenticate()")
def authenticate(request=None, **credentials):
    return get_user_model()()
@blocks("orm", instead="alogin()")
def login(request, user, backend=None) -> None: ...
@blocks("orm", instead="alogout()")
def logout(request) -> None: ...
@blocks("orm", instead="aget_user()")
def get_user(request):
    return get_user_model()()
@blocks("orm", instead="aupdate_session_auth_hash()")
def update_session_auth_hash(request, user) -> None: ...
async def aauthenticate(request=None, **credentials):
    return get_user_model()()
async def alogin(request, user, backend=None) -> None: ...
async def alogout(request) -> None: ...
async def aget_user(request):
    return get_user_model()()
async def aupdate_session_auth_hash(request, user) -> None: ...
def get_permission_codename(action, opts) -> str: ...
