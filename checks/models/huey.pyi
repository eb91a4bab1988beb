# Huey 2 and 3
from loadpath import provides
from huey.api import FileHuey as FileHuey, Huey as Huey, MemoryHuey as MemoryHuey, PriorityRedisHuey as PriorityRedisHuey, RedisExpireHuey as RedisExpireHuey, RedisHuey as RedisHuey, SqliteHuey as SqliteHuey, crontab as crontab

provides("jobs")
