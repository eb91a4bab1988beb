# fastapi.security.open_id_connect_url
from fastapi.security import OpenIdConnect as OpenIdConnect
