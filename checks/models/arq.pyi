# arq 0.2x
from loadpath import provides
from arq.connections import ArqRedis as ArqRedis, create_pool as create_pool
from arq.cron import cron as cron
from arq.worker import Retry as Retry, Worker as Worker, func as func, run_worker as run_worker

provides("jobs")
