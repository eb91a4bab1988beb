from loadpath import provides

provides("embeddings")
