# fastapi-health: 0.3 and 0.4; the conditions of a health route are dependencies of it
from loadpath import provides
from fastapi_health.route import health as health

provides("monitoring")
