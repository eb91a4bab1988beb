# Flask-SQLAlchemy 2.5 and 3.x
from loadpath import provides
from flask_sqlalchemy.extension import SQLAlchemy as SQLAlchemy
from flask_sqlalchemy.model import Model as Model

provides("database")
provides("orm")
