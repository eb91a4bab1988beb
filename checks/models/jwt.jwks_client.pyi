from jwt import PyJWKClient as PyJWKClient
