# fastapi.datastructures
from starlette.datastructures import URL as URL, Address as Address, FormData as FormData, Headers as Headers, QueryParams as QueryParams, State as State, UploadFile as UploadFile

class DefaultPlaceholder:
    value: object
def Default(value: object) -> DefaultPlaceholder: ...
