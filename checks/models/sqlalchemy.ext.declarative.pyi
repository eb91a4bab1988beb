# SQLAlchemy 1.4 and 2.x
from sqlalchemy.orm.decl_api import as_declarative as as_declarative, declarative_base as declarative_base
