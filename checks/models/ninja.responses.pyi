# django-ninja 1
from typing import Any
from django.http.response import JsonResponse as JsonResponse

class Response(JsonResponse): ...
class NinjaJSONEncoder: ...
codes_1xx: Any
codes_2xx: Any
codes_3xx: Any
codes_4xx: Any
codes_5xx: Any
