# llama-index-core: 0.10 to 0.14
from typing import AsyncIterator
from loadpath import blocks
from llama_index.core.schema import NodeWithScore
from llama_index.core.base.llms.types import ResponseGen, AsyncResponseGen

class Response:
    response: str
    source_nodes: list[NodeWithScore]
    metadata: dict

class PydanticResponse(Response): ...
class StreamingResponse:
    response_gen: ResponseGen[str]
    source_nodes: list[NodeWithScore]
    @blocks("ai", instead="AsyncStreamingResponse")
    def get_response(self) -> Response: ...
    @blocks("ai", instead="AsyncStreamingResponse")
    def print_response_stream(self) -> None: ...

class QueryResponse(Response):
    response_gen: ResponseGen[str]

class AsyncStreamingResponse:
    source_nodes: list[NodeWithScore]
    def async_response_gen(self) -> AsyncIterator[str]: ...
    async def get_response(self) -> Response: ...
    async def print_response_stream(self) -> None: ...

class AgentChatResponse:
    response: str
    sources: list
    source_nodes: list[NodeWithScore]
    response_gen: ResponseGen[str]
    def async_response_gen(self) -> AsyncIterator[str]: ...

StreamingAgentChatResponse = AgentChatResponse
