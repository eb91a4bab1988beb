# saq 0.1x and 0.2x
from loadpath import provides
from saq.job import CronJob as CronJob, Job as Job
from saq.queue import Queue as Queue
from saq.worker import Worker as Worker

provides("jobs")
