# paho-mqtt 1 and 2
from loadpath import blocks

@blocks("network", instead="aiomqtt.Client.publish")
def single(topic, payload=None, *args, **kwargs) -> None: ...
@blocks("network", instead="aiomqtt.Client.publish")
def multiple(msgs, *args, **kwargs) -> None: ...
