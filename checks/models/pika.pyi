# pika 1.x
from loadpath import provides
from pika import exceptions as exceptions
from pika.adapters.blocking_connection import BlockingConnection as BlockingConnection

provides("broker")

class ConnectionParameters:
    def __init__(self, *args, **kwargs): ...

class URLParameters(ConnectionParameters):
    def __init__(self, url): ...

class PlainCredentials:
    def __init__(self, username, password, erase_on_connect=False): ...

class BasicProperties:
    def __init__(self, *args, **kwargs): ...
