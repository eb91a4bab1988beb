# openai (1.66 and later): the answers of the Responses API
from typing import Any

class Response:
    id: str
    model: str
    status: str
    output: list[Any]
    output_text: str
    output_parsed: Any
    def model_dump(self, **kwargs) -> dict: ...
    def model_dump_json(self, **kwargs) -> str: ...

class ParsedResponse(Response): ...

class ResponseStreamEvent:
    type: str
    delta: str
    response: Response
