class RateLimitExceeded(Exception):
    detail: str
