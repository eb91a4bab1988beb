# APScheduler 3.x
from loadpath import provides

provides("scheduler")
