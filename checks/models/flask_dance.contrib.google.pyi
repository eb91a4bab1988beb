from loadpath import provides

provides("auth")
