# Celery 5.x
from logging import Logger as Logger

def get_task_logger(name) -> Logger: ...
