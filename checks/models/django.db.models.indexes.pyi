# Django 3.2 to 6

class Index:
    def __init__(self, *expressions, fields=(), name=None, **kwargs): ...
