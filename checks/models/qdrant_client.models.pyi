from qdrant_client.http.models import *
