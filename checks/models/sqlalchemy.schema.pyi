# SQLAlchemy 1.4 and 2.x
from sqlalchemy.sql.schema import Column as Column, ForeignKey as ForeignKey, MetaData as MetaData, Table as Table
