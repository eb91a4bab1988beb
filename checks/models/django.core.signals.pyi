# Django 3.2 to 6
from django.dispatch.dispatcher import Signal as Signal

request_started: Signal
request_finished: Signal
got_request_exception: Signal
setting_changed: Signal
