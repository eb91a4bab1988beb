# Celery 5.x
from loadpath import entry
from celery.app.base import Celery as Celery
from celery.app.task import Task as Task

@entry("job")
def shared_task(*args, **kwargs) -> Task: ...
