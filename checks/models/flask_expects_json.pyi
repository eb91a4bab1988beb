from loadpath import provides, validates

provides("validation")
@validates
def expects_json(schema: dict = ..., *args, **kwargs): ...
