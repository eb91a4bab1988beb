# aioredis 2
from redis.asyncio.client import Pipeline as Pipeline, PubSub as PubSub, Redis as Redis, StrictRedis as StrictRedis
