class ScoredVector:
    id: str
    score: float
    metadata: dict

class QueryResponse:
    matches: list[ScoredVector]
