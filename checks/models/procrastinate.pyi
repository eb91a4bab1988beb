# procrastinate 1 to 3
from loadpath import provides
from procrastinate.app import App as App
from procrastinate.blueprints import Blueprint as Blueprint
from procrastinate.jobs import JobContext as JobContext
from procrastinate.tasks import Task as Task

provides("jobs")
class PsycopgConnector:
    def __init__(self, **kwargs) -> None: ...
class SyncPsycopgConnector(PsycopgConnector): ...
class AiopgConnector(PsycopgConnector): ...
class RetryStrategy:
    def __init__(self, **kwargs) -> None: ...
