# Flask-Alembic 2 and 3
from flask_alembic.extension import Alembic as Alembic
from loadpath import provides

provides("migrations")
