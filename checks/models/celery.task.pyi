# Celery 3 and 4
from loadpath import entry
from celery.app.task import Task as Task

@entry("job")
def task(*args, **kwargs) -> Task: ...
@entry("job")
def periodic_task(*args, **kwargs) -> Task: ...
