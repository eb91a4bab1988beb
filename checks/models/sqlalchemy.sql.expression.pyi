# SQLAlchemy 1.4 and 2.x
from sqlalchemy.sql import ClauseElement as ClauseElement, Delete as Delete, Executable as Executable, Insert as Insert, Select as Select, TextClause as TextClause, Update as Update, delete as delete, except_ as except_, insert as insert, intersect as intersect, select as select, text as text, union as union, union_all as union_all, update as update
