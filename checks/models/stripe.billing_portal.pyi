# stripe 5 and later
from stripe._api_resource import APIResource as APIResource

class Session(APIResource):
    url: str

class Configuration(APIResource): ...
