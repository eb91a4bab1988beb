# RQ 1 and 2
from loadpath import provides
from rq.job import Job as Job, get_current_job as get_current_job
from rq.queue import Queue as Queue
from rq.worker import SimpleWorker as SimpleWorker, Worker as Worker

provides("jobs")

class Retry:
    def __init__(self, max, interval=0): ...
