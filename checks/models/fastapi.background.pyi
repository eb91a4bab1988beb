# fastapi.background
from fastapi import BackgroundTasks as BackgroundTasks
