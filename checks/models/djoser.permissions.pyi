# djoser: 2
from loadpath import guards
from rest_framework.permissions import BasePermission as BasePermission, IsAuthenticated as IsAuthenticated

@guards("authorisation")
class CurrentUserOrAdmin(IsAuthenticated): ...
@guards("authorisation")
class CurrentUserOrAdminOrReadOnly(IsAuthenticated): ...
