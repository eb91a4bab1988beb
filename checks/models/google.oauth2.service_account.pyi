# google-auth 2.x
from typing import Self
from loadpath import blocks
from google.auth.credentials import Credentials as _Credentials

class Credentials(_Credentials):
    @classmethod
    def from_service_account_info(cls, info, **kwargs) -> Self: ...
    @classmethod
    @blocks("file")
    def from_service_account_file(cls, filename, **kwargs) -> Self: ...

class IDTokenCredentials(_Credentials):
    @classmethod
    def from_service_account_info(cls, info, **kwargs) -> Self: ...
    @classmethod
    @blocks("file")
    def from_service_account_file(cls, filename, **kwargs) -> Self: ...
