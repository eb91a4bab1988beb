# Flask-SQLAlchemy 3.x
from typing import Any

class Pagination:
    items: list[Any]
    total: int
    page: int
    pages: int
