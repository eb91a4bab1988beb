# channels_redis 3 and 4
from channels.layers import BaseChannelLayer as BaseChannelLayer

class RedisChannelLayer(BaseChannelLayer): ...
