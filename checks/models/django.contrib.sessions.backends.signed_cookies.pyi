# Django 3.2 to 6
from django.contrib.sessions.backends.base import SessionBase as SessionBase

class SessionStore(SessionBase): ...
