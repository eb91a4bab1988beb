from chromadb.api import Collection as Collection
