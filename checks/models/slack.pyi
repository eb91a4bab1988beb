# slackclient 2.x
from slack_sdk.web.client import WebClient as WebClient
