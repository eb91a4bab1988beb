# APScheduler 3.x
from loadpath import blocks
from apscheduler.schedulers.base import BaseScheduler as _BaseScheduler

class BlockingScheduler(_BaseScheduler):
    @blocks("sleep", instead="apscheduler.schedulers.asyncio.AsyncIOScheduler.start")
    def start(self, paused=False) -> None: ...
