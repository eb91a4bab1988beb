from loadpath import provides

provides("logging")
