# python-consul, py-consul
from loadpath import blocks

class Method:
    @blocks("http", instead="consul.aio.Consul")
    def __call__(self, *args, **kwargs): ...

class Endpoint:
    service: Endpoint
    check: Endpoint
    def __getattr__(self, name: str) -> Method: ...

class Consul:
    kv: Endpoint
    agent: Endpoint
    catalog: Endpoint
    health: Endpoint
    session: Endpoint
    event: Endpoint
    acl: Endpoint
    status: Endpoint
    def __init__(self, *args, **kwargs): ...
