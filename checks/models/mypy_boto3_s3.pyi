# mypy-boto3: the types of boto3 clients
from boto3.resources import ServiceResource as S3ServiceResource
from botocore.client import BaseClient as S3Client
