# kubernetes_asyncio 20 and later
from kubernetes_asyncio.client.exceptions import ApiException as ApiException
