# kubernetes_asyncio 20 and later
from kubernetes_asyncio import client as client, config as config, watch as watch
