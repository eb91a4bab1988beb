# django-celery-beat 2
from django.db import models

class SolarSchedule(models.Model):
    event = models.CharField()
class IntervalSchedule(models.Model):
    DAYS: str
    HOURS: str
    MINUTES: str
    SECONDS: str
    MICROSECONDS: str
    every = models.IntegerField()
    period = models.CharField()
class ClockedSchedule(models.Model):
    clocked_time = models.DateTimeField()
class CrontabSchedule(models.Model):
    minute = models.CharField()
    hour = models.CharField()
    day_of_month = models.CharField()
    month_of_year = models.CharField()
    day_of_week = models.CharField()
class PeriodicTask(models.Model):
    name = models.CharField()
    task = models.CharField()
    interval = models.ForeignKey(IntervalSchedule, models.CASCADE)
    crontab = models.ForeignKey(CrontabSchedule, models.CASCADE)
    clocked = models.ForeignKey(ClockedSchedule, models.CASCADE)
    solar = models.ForeignKey(SolarSchedule, models.CASCADE)
    args = models.TextField()
    kwargs = models.TextField()
    enabled = models.BooleanField()
class PeriodicTasks(models.Model): ...
