# fastapi-cloudauth: 0.1 to 0.4
from loadpath import provides
from fastapi_cloudauth.auth0 import Auth0 as Auth0, Auth0CurrentUser as Auth0CurrentUser
from fastapi_cloudauth.cognito import Cognito as Cognito, CognitoCurrentUser as CognitoCurrentUser
from fastapi_cloudauth.firebase import FirebaseCurrentUser as FirebaseCurrentUser

provides("auth")
