# google-cloud-secret-manager 2.x
from google.cloud.secretmanager import SecretManagerServiceAsyncClient as SecretManagerServiceAsyncClient, SecretManagerServiceClient as SecretManagerServiceClient
