# kubernetes_asyncio 20 and later
class ApiException(Exception):
    status: int
    reason: str
    body: str
