# Celery 5.x

class schedule:
    def __init__(self, run_every=None, *args, **kwargs): ...

class crontab(schedule):
    def __init__(self, minute="*", hour="*", day_of_week="*", day_of_month="*", month_of_year="*", **kwargs): ...
