# saq 0.1x and 0.2x
from saq.queue.base import JobError as JobError, Queue as Queue
