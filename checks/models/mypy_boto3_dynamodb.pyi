# mypy-boto3: the types of boto3 clients
from boto3.resources import ServiceResource as DynamoDBServiceResource
from botocore.client import BaseClient as DynamoDBClient
