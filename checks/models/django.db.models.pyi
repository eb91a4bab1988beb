# Django 3.2 to 6
from loadpath import provides
from django.core.exceptions import ObjectDoesNotExist as ObjectDoesNotExist
from django.db.models.aggregates import Aggregate as Aggregate, Avg as Avg, Count as Count, Max as Max, Min as Min, StdDev as StdDev, Sum as Sum, Variance as Variance, StringAgg as StringAgg, AnyValue as AnyValue
from django.db.models.base import Model as Model, ModelBase as ModelBase
from django.db.models.constraints import BaseConstraint as BaseConstraint, CheckConstraint as CheckConstraint, UniqueConstraint as UniqueConstraint, Deferrable as Deferrable
from django.db.models.deletion import CASCADE as CASCADE, PROTECT as PROTECT, RESTRICT as RESTRICT, SET as SET, SET_NULL as SET_NULL, SET_DEFAULT as SET_DEFAULT, DO_NOTHING as DO_NOTHING, ProtectedError as ProtectedError, RestrictedError as RestrictedError
from django.db.models.enums import Choices as Choices, IntegerChoices as IntegerChoices, TextChoices as TextChoices
from django.db.models.expressions import Case as Case, Exists as Exists, Expression as Expression, ExpressionList as ExpressionList, ExpressionWrapper as ExpressionWrapper, F as F, Func as Func, OrderBy as OrderBy, OuterRef as OuterRef, RowRange as RowRange, Subquery as Subquery, Value as Value, ValueRange as ValueRange, When as When, Window as Window, WindowFrame as WindowFrame
from django.db.models.fields import Field as Field, NOT_PROVIDED as NOT_PROVIDED, CharField as CharField, TextField as TextField, EmailField as EmailField, URLField as URLField, SlugField as SlugField, FilePathField as FilePathField, GenericIPAddressField as GenericIPAddressField, IPAddressField as IPAddressField, CommaSeparatedIntegerField as CommaSeparatedIntegerField, IntegerField as IntegerField, BigIntegerField as BigIntegerField, SmallIntegerField as SmallIntegerField, PositiveIntegerField as PositiveIntegerField, PositiveBigIntegerField as PositiveBigIntegerField, PositiveSmallIntegerField as PositiveSmallIntegerField, AutoField as AutoField, BigAutoField as BigAutoField, SmallAutoField as SmallAutoField, FloatField as FloatField, BooleanField as BooleanField, NullBooleanField as NullBooleanField, BinaryField as BinaryField, DateTimeField as DateTimeField, DateField as DateField, TimeField as TimeField, DurationField as DurationField, DecimalField as DecimalField, UUIDField as UUIDField
from django.db.models.fields.composite import CompositePrimaryKey as CompositePrimaryKey
from django.db.models.fields.files import FileField as FileField, ImageField as ImageField
from django.db.models.fields.generated import GeneratedField as GeneratedField
from django.db.models.fields.json import JSONField as JSONField
from django.db.models.fields.related import ForeignKey as ForeignKey, ForeignObject as ForeignObject, OneToOneField as OneToOneField, ManyToManyField as ManyToManyField, ForeignObjectRel as ForeignObjectRel, ManyToOneRel as ManyToOneRel, ManyToManyRel as ManyToManyRel, OneToOneRel as OneToOneRel
from django.db.models.indexes import Index as Index
from django.db.models.lookups import Lookup as Lookup, Transform as Transform
from django.db.models.manager import Manager as Manager
from django.db.models.query import Prefetch as Prefetch, QuerySet as QuerySet, aprefetch_related_objects as aprefetch_related_objects, prefetch_related_objects as prefetch_related_objects
from django.db.models.query_utils import FilteredRelation as FilteredRelation, Q as Q

provides("database")
provides("orm")
