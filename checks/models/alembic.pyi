# Alembic 1.x
from loadpath import provides
from alembic import command as command, config as config

provides("migrations")
