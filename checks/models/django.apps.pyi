# Django 3.2 to 6
from django.apps.config import AppConfig as AppConfig
from django.apps.registry import apps as apps, Apps as Apps
