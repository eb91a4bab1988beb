# Celery 5.x
from loadpath import provides
from celery import signals as signals
from celery.app import shared_task as shared_task
from celery.app.base import Celery as Celery
from celery.app.task import Task as Task
from celery.canvas import chain as chain, chord as chord, chunks as chunks, group as group, signature as signature, subtask as subtask

provides("jobs")

current_app: Celery
current_task: Task
