# openai (1.x to 3.x): the answers of chat completions
from typing import Any

class ChatCompletionMessage:
    content: str
    refusal: str
    role: str
    tool_calls: list[ChatCompletionMessageToolCall]
    parsed: Any
    def model_dump(self, **kwargs) -> dict: ...

class Function:
    name: str
    arguments: str

class ChatCompletionMessageToolCall:
    id: str
    function: Function

class ChatCompletionMessageFunctionToolCall(ChatCompletionMessageToolCall): ...
class ParsedChatCompletionMessage(ChatCompletionMessage): ...

class Choice:
    index: int
    finish_reason: str
    message: ChatCompletionMessage

class CompletionUsage:
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int

class ChatCompletion:
    id: str
    model: str
    created: int
    choices: list[Choice]
    usage: CompletionUsage
    def model_dump(self, **kwargs) -> dict: ...
    def model_dump_json(self, **kwargs) -> str: ...
    def to_dict(self, **kwargs) -> dict: ...

class ParsedChatCompletion(ChatCompletion): ...

class ChoiceDelta:
    content: str
    role: str
    tool_calls: list[Any]

class ChunkChoice:
    index: int
    delta: ChoiceDelta
    finish_reason: str

class ChatCompletionChunk:
    id: str
    choices: list[ChunkChoice]
    usage: CompletionUsage
