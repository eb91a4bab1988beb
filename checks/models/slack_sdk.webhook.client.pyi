# slack_sdk 3.x
from slack_sdk.webhook import WebhookClient as WebhookClient
