# RQ 1 and 2
from loadpath import blocks, entry
from rq.job import Job as Job

class JobFunction:
    @blocks("queue")
    def delay(self, *args, **kwargs) -> Job: ...
    @blocks("queue")
    def enqueue(self, *args, **kwargs) -> Job: ...

class job:
    @entry("job")
    def __init__(self, queue, connection=None, timeout=None, **kwargs): ...
    def __call__(self, f) -> JobFunction: ...
