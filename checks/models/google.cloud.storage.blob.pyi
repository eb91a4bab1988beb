# google-cloud-storage 2 and 3
from google.cloud.storage import Blob as Blob
