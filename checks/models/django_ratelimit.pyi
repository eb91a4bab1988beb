from loadpath import provides

provides("rate-limit")
