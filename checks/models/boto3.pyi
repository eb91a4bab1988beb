# boto3 1.x
from loadpath import provides
from boto3 import session as session
from boto3.session import Session as Session
from boto3.resources import ServiceResource as ServiceResource
from botocore.client import BaseClient as BaseClient

provides("storage")

DEFAULT_SESSION: Session

def client(service_name: str, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None, aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, config=None) -> BaseClient: ...
def resource(service_name: str, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None, aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, config=None) -> ServiceResource: ...
def setup_default_session(**kwargs) -> None: ...
