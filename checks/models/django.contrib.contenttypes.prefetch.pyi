# Django 3.2 to 6
from django.contrib.contenttypes.fields import GenericPrefetch as GenericPrefetch
