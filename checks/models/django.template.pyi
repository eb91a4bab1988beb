# Django 3.2 to 6
from django.template.base import Node as Node, NodeList as NodeList, Template as Template, Variable as Variable, VariableDoesNotExist as VariableDoesNotExist
from django.template.context import Context as Context, RequestContext as RequestContext
from django.template.engine import Engine as Engine
from django.template.exceptions import TemplateDoesNotExist as TemplateDoesNotExist, TemplateSyntaxError as TemplateSyntaxError
from django.template.library import Library as Library
