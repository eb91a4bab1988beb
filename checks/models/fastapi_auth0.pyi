# fastapi-auth0: 0.2 to 0.5
from loadpath import provides
from fastapi_auth0.auth import Auth0 as Auth0, Auth0HTTPBearer as Auth0HTTPBearer, Auth0UnauthenticatedError as Auth0UnauthenticatedError, Auth0UnauthorizedError as Auth0UnauthorizedError, Auth0User as Auth0User, OAuth2ImplicitBearer as OAuth2ImplicitBearer

provides("auth")
