# mypy-boto3: the types of boto3 clients
from botocore.client import BaseClient as S3Client
