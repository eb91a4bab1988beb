# google-cloud-storage 2 and 3
from google.cloud.storage import Client as Client
