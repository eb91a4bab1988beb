# django-background-tasks and django4-background-tasks: calling a task stores it
from loadpath import provides
from background_task.tasks import background as background

provides("jobs")
