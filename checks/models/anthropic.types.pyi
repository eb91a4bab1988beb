# anthropic (0.x to 2.x): the answers of the Messages API
from typing import Any

class TextBlock:
    type: str
    text: str

class ToolUseBlock:
    type: str
    id: str
    name: str
    input: Any

class ContentBlock(TextBlock, ToolUseBlock): ...

class Usage:
    input_tokens: int
    output_tokens: int

class Message:
    id: str
    model: str
    role: str
    content: list[ContentBlock]
    stop_reason: str
    usage: Usage
    def model_dump(self, **kwargs) -> dict: ...
    def model_dump_json(self, **kwargs) -> str: ...

class MessageStreamEvent:
    type: str
    delta: Any

class Completion:
    completion: str
    stop_reason: str

class MessageTokensCount:
    input_tokens: int
