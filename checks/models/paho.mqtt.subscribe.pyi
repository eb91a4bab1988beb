# paho-mqtt 1 and 2
from loadpath import blocks

@blocks("network", instead="aiomqtt.Client.subscribe")
def simple(topics, *args, **kwargs): ...
@blocks("network", instead="aiomqtt.Client.subscribe")
def callback(callback, topics, *args, **kwargs) -> None: ...
