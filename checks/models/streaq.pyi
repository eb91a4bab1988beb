# streaQ 1 to 7
from loadpath import provides
from streaq.task import Task as Task
from streaq.worker import Worker as Worker

provides("jobs")
