# twilio 7 to 9
from loadpath import guards

class RequestValidator:
    def __init__(self, token): ...
    @guards("signature")
    def validate(self, uri, params, signature) -> bool: ...
