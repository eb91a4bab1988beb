# Django 3.2 to 6
from typing import Any
from loadpath import provides
from django.contrib.admin.decorators import action as action, display as display, register as register
from django.contrib.admin.filters import AllValuesFieldListFilter as AllValuesFieldListFilter, BooleanFieldListFilter as BooleanFieldListFilter, ChoicesFieldListFilter as ChoicesFieldListFilter, DateFieldListFilter as DateFieldListFilter, EmptyFieldListFilter as EmptyFieldListFilter, FieldListFilter as FieldListFilter, ListFilter as ListFilter, RelatedFieldListFilter as RelatedFieldListFilter, RelatedOnlyFieldListFilter as RelatedOnlyFieldListFilter, SimpleListFilter as SimpleListFilter
from django.contrib.admin.options import HORIZONTAL as HORIZONTAL, VERTICAL as VERTICAL, InlineModelAdmin as InlineModelAdmin, ModelAdmin as ModelAdmin, ShowFacets as ShowFacets, StackedInline as StackedInline, TabularInline as TabularInline
from django.contrib.admin.sites import AdminSite as AdminSite, site as site

provides("admin")
def autodiscover() -> None: ...
