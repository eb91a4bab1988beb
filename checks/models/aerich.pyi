from loadpath import provides

provides("migrations")
