from chromadb.api import ClientAPI as Client, AdminAPI as AdminClient
