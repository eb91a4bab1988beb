# flask-request-validator: 2 to 4
from loadpath import provides, validates

provides("validation")
@validates
def validate_params(*params, **kwargs): ...
class Param:
    def __init__(self, name, param_type, value_type=..., *args, **kwargs) -> None: ...
