# Django 3.2 to 6
from django.dispatch.dispatcher import Signal as Signal

user_logged_in: Signal
user_login_failed: Signal
user_logged_out: Signal
