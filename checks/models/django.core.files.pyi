# Django 3.2 to 6
from django.core.files.base import File as File
