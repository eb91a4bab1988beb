# adrf: asynchronous views for Django REST framework
from rest_framework.request import Request as Request

class AsyncRequest(Request): ...
