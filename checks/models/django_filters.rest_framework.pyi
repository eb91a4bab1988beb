# django-filter 22 to 25
from django_filters.filters import Filter as Filter, AllValuesFilter as AllValuesFilter, AllValuesMultipleFilter as AllValuesMultipleFilter, BaseCSVFilter as BaseCSVFilter, BaseInFilter as BaseInFilter, BaseRangeFilter as BaseRangeFilter, BooleanFilter as BooleanFilter, CharFilter as CharFilter, ChoiceFilter as ChoiceFilter, DateFilter as DateFilter, DateFromToRangeFilter as DateFromToRangeFilter, DateRangeFilter as DateRangeFilter, DateTimeFilter as DateTimeFilter, DateTimeFromToRangeFilter as DateTimeFromToRangeFilter, DurationFilter as DurationFilter, IsoDateTimeFilter as IsoDateTimeFilter, IsoDateTimeFromToRangeFilter as IsoDateTimeFromToRangeFilter, LookupChoiceFilter as LookupChoiceFilter, ModelChoiceFilter as ModelChoiceFilter, ModelMultipleChoiceFilter as ModelMultipleChoiceFilter, MultipleChoiceFilter as MultipleChoiceFilter, NumberFilter as NumberFilter, NumericRangeFilter as NumericRangeFilter, OrderingFilter as OrderingFilter, RangeFilter as RangeFilter, TimeFilter as TimeFilter, TimeRangeFilter as TimeRangeFilter, TypedChoiceFilter as TypedChoiceFilter, TypedMultipleChoiceFilter as TypedMultipleChoiceFilter, UUIDFilter as UUIDFilter
from typing import Any
from django_filters.filterset import FilterSet as FilterSet

class DjangoFilterBackend:
    def filter_queryset(self, request, queryset, view) -> Any: ...
