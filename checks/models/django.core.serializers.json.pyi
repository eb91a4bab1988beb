# Django 3.2 to 6
from json import JSONEncoder as JSONEncoder

class DjangoJSONEncoder(JSONEncoder): ...
