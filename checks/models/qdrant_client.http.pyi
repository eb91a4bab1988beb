from qdrant_client.http import models as models
