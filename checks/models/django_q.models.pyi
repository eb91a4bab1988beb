# django-q and django-q2
from django.db import models

class Task(models.Model):
    id = models.CharField()
    name = models.CharField()
    func = models.CharField()
    started = models.DateTimeField()
    stopped = models.DateTimeField()
    success = models.BooleanField()
class Schedule(models.Model):
    ONCE: str
    MINUTES: str
    HOURLY: str
    DAILY: str
    WEEKLY: str
    MONTHLY: str
    CRON: str
    name = models.CharField()
    func = models.CharField()
    schedule_type = models.CharField()
    next_run = models.DateTimeField()
    cron = models.CharField()
