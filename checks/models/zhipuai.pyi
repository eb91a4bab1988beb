# zhipuai: no async client
from zai import ZaiClient as ZhipuAI
