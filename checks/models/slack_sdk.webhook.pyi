# slack_sdk 3.x
from loadpath import blocks

class WebhookResponse:
    status_code: int
    body: str

class WebhookClient:
    def __init__(self, url, *args, **kwargs): ...
    @blocks("http", instead="slack_sdk.webhook.async_client.AsyncWebhookClient.send")
    def send(self, **kwargs) -> WebhookResponse: ...
    @blocks("http", instead="slack_sdk.webhook.async_client.AsyncWebhookClient.send_dict")
    def send_dict(self, body, headers=None) -> WebhookResponse: ...
