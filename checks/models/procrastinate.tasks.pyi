# procrastinate 1 to 3
from typing import Any
from procrastinate.jobs import JobDeferrer as JobDeferrer

class Task(JobDeferrer):
    name: str
    queue: str
    def configure(self, **options) -> JobDeferrer: ...
    def __call__(self, *args, **kwargs) -> Any: ...
