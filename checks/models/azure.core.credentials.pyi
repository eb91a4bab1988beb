# azure-core 1.x

class AzureKeyCredential:
    def __init__(self, key: str): ...

class AccessToken:
    token: str
    expires_on: int
