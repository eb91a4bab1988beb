from loadpath import provides

provides("vector-db")
