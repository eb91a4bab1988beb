# google-auth 2.x: looks in the environment, on disk, and at the metadata server
from loadpath import blocks
from google.auth.credentials import Credentials as Credentials

@blocks("http")
def default(scopes=None, request=None, **kwargs) -> tuple[Credentials, str]: ...
@blocks("http")
def load_credentials_from_file(filename, **kwargs) -> tuple[Credentials, str]: ...
