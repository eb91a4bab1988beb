# faststream 0.3 to 0.7: a router of FastAPI that also takes messages
from typing import Any
from fastapi import APIRouter
from faststream.kafka import KafkaBroker as KafkaBroker
from loadpath import entry

class KafkaRouter(APIRouter):
    broker: KafkaBroker
    def __init__(self, *args, prefix: str = ..., dependencies: Any = ..., lifespan: Any = ..., **kwargs) -> None: ...
    @entry("job")
    def subscriber(self, *args, **kwargs): ...
    def publisher(self, *args, **kwargs): ...
    @entry("startup", arg="func")
    def after_startup(self, func: Any) -> Any: ...
