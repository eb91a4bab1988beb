# structlog 2x
from structlog import BoundLogger as BoundLogger

def get_logger(*args, **initial_values) -> BoundLogger: ...
