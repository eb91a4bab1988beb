# kubernetes 20 and later
from kubernetes.client import ApiException as ApiException
