# SQLAlchemy 1.4 and 2.x
from sqlalchemy.engine import Connection as Connection, Engine as Engine, create_engine as create_engine
from sqlalchemy.sql import Select as Select, select as select
