# fastapi.security.http
from fastapi.security import HTTPAuthorizationCredentials as HTTPAuthorizationCredentials, HTTPBase as HTTPBase, HTTPBasic as HTTPBasic, HTTPBasicCredentials as HTTPBasicCredentials, HTTPBearer as HTTPBearer, HTTPDigest as HTTPDigest
