# Django 3.2 to 6
from django.dispatch.dispatcher import Signal as Signal, receiver as receiver
