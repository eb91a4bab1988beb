# adrf: asynchronous views for Django REST framework
from rest_framework.views import APIView as _APIView

class APIView(_APIView):
    view_is_async: bool
