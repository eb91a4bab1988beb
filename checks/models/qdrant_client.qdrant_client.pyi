from qdrant_client import QdrantClient as QdrantClient
