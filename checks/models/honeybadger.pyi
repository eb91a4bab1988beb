from loadpath import provides

provides("monitoring")
