# Flask-SQLAlchemy 2.5 and 3.x
from sqlalchemy.orm.query import Query as Query
