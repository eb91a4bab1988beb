# Django 3.2 to 6
from django.core.signals import setting_changed as setting_changed
