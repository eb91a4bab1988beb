from chromadb.api import AsyncCollection as AsyncCollection
