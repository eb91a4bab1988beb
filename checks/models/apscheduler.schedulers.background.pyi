# APScheduler 3.x
from apscheduler.schedulers.base import BaseScheduler as _BaseScheduler

class BackgroundScheduler(_BaseScheduler): ...
