# Django 3.2 to 6
from django.core.mail import BaseEmailBackend as BaseEmailBackend
