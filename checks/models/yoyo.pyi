# yoyo-migrations 5 to 9
from loadpath import provides
from yoyo.connections import get_backend as get_backend
from yoyo.migrations import group as group, read_migrations as read_migrations, step as step, transaction as transaction

provides("migrations")
