# Django 3.2 to 6
from django.views.generic.base import View as View
