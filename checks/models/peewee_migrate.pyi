# peewee-migrate 1
from loadpath import provides
from peewee_migrate.router import Router as Router

provides("migrations")
