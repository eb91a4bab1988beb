# qdrant-client: 1.x
from typing import Any

class ScoredPoint:
    id: Any
    score: float
    payload: dict
    vector: Any

class Record:
    id: Any
    payload: dict
    vector: Any

class QueryResponse:
    points: list[ScoredPoint]
