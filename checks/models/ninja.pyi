# django-ninja 1
from ninja.files import UploadedFile as UploadedFile
from ninja.schema import Field as Field, Schema as Schema
from ninja.main import NinjaAPI as NinjaAPI
from ninja.router import Router as Router
from ninja.orm import ModelSchema as ModelSchema
from ninja.params import Body as Body, BodyEx as BodyEx, Cookie as Cookie, CookieEx as CookieEx, File as File, FileEx as FileEx, Form as Form, FormEx as FormEx, Header as Header, HeaderEx as HeaderEx, P as P, Path as Path, PathEx as PathEx, Query as Query, QueryEx as QueryEx
from ninja.filter_schema import FilterSchema as FilterSchema
from django.http.response import HttpResponse as _HttpResponse

class PatchDict(dict): ...
class Swagger: ...
class Redoc: ...
