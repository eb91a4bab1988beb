# Django 3.2 to 6
from typing import Any
from loadpath import blocks
from django.contrib.auth.base_user import AbstractBaseUser as AbstractBaseUser, BaseUserManager as BaseUserManager
from django.contrib.contenttypes.models import ContentType as ContentType
from django.db import models

class PermissionManager(models.Manager): ...

class Permission(models.Model):
    name = models.CharField()
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    codename = models.CharField()
    objects = PermissionManager()

class GroupManager(models.Manager): ...

class Group(models.Model):
    name = models.CharField()
    permissions = models.ManyToManyField(Permission)
    objects = GroupManager()

class UserManager(BaseUserManager):
    @blocks("orm", instead="acreate_user()")
    def create_user(self, username, email=None, password=None, **extra_fields) -> Any: ...
    @blocks("orm", instead="acreate_superuser()")
    def create_superuser(self, username, email=None, password=None, **extra_fields) -> Any: ...
    async def acreate_user(self, username, email=None, password=None, **extra_fields) -> Any: ...
    async def acreate_superuser(self, username, email=None, password=None, **extra_fields) -> Any: ...
    def with_perm(self, perm, is_active=True, include_superusers=True, backend=None, obj=None) -> Any: ...

class PermissionsMixin(models.Model):
    is_superuser = models.BooleanField()
    groups = models.ManyToManyField(Group, related_name="user_set")
    user_permissions = models.ManyToManyField(Permission, related_name="user_set")
    @blocks("orm", instead="aget_user_permissions()")
    def get_user_permissions(self, obj=None) -> set[str]: ...
    async def aget_user_permissions(self, obj=None) -> set[str]: ...
    @blocks("orm", instead="aget_group_permissions()")
    def get_group_permissions(self, obj=None) -> set[str]: ...
    async def aget_group_permissions(self, obj=None) -> set[str]: ...
    @blocks("orm", instead="aget_all_permissions()")
    def get_all_permissions(self, obj=None) -> set[str]: ...
    async def aget_all_permissions(self, obj=None) -> set[str]: ...
    @blocks("orm", instead="ahas_perm()")
    def has_perm(self, perm, obj=None) -> bool: ...
    async def ahas_perm(self, perm, obj=None) -> bool: ...
    @blocks("orm", instead="ahas_perms()")
    def has_perms(self, perm_list, obj=None) -> bool: ...
    async def ahas_perms(self, perm_list, obj=None) -> bool: ...
    @blocks("orm", instead="ahas_module_perms()")
    def has_module_perms(self, app_label) -> bool: ...
    async def ahas_module_perms(self, app_label) -> bool: ...

class AbstractUser(AbstractBaseUser, PermissionsMixin):
    username = models.CharField()
    first_name = models.CharField()
    last_name = models.CharField()
    email = models.EmailField()
    is_staff = models.BooleanField()
    is_active = models.BooleanField()
    date_joined = models.DateTimeField()
    objects = UserManager()
    def get_full_name(self) -> str: ...
    def get_short_name(self) -> str: ...
    @blocks("network")
    def email_user(self, subject, message, from_email=None, **kwargs) -> None: ...

class User(AbstractUser): ...

class AnonymousUser:
    id: None
    pk: None
    username: str
    is_staff: bool
    is_active: bool
    is_superuser: bool
    is_anonymous: bool
    is_authenticated: bool

def update_last_login(sender, user, **kwargs) -> None: ...
