# strawberry-graphql 0.1xx to 0.3xx: a plain resolver runs where the query runs
from typing import Any
from loadpath import entry, provides
from strawberry.permission import BasePermission as BasePermission
from strawberry.schema import Schema as Schema

provides("web-framework")
provides("api-docs")
@entry("hook", arg="resolver", sync_runs="caller")
def field(resolver: Any = ..., **kwargs): ...
@entry("hook", arg="resolver", sync_runs="caller")
def mutation(resolver: Any = ..., **kwargs): ...
@entry("hook", arg="resolver", sync_runs="caller")
def subscription(resolver: Any = ..., **kwargs): ...
