# channels 3 and 4
from typing import Any
from channels.layers import BaseChannelLayer as BaseChannelLayer

class AsyncConsumer:
    scope: dict[str, Any]
    channel_layer: BaseChannelLayer
    channel_name: str
    @classmethod
    def as_asgi(cls, **initkwargs) -> Any: ...
    async def dispatch(self, message) -> None: ...
    async def send(self, message) -> None: ...
class SyncConsumer:
    scope: dict[str, Any]
    channel_layer: BaseChannelLayer
    channel_name: str
    @classmethod
    def as_asgi(cls, **initkwargs) -> Any: ...
    def dispatch(self, message) -> None: ...
    def send(self, message) -> None: ...
