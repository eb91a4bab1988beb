# kubernetes 20 and later
from kubernetes import client as client, config as config, stream as stream, watch as watch
