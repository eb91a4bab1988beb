# google-cloud-aiplatform: vertexai
from loadpath import provides
from google.genai import Client as Client

provides("llm")
def init(*, project: str = ..., location: str = ..., **kwargs) -> None: ...
