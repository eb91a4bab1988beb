from loadpath import provides

provides("api-docs")
