from loadpath import provides, validates

provides("validation")
@validates
def validate(*args, **kwargs): ...
