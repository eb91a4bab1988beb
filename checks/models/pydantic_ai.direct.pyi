# pydantic-ai: 0.x to 2.x
from typing import Any
from loadpath import sink, starts_loop

@sink("prompt", arg="messages")
async def model_request(model: Any, messages: Any, **kwargs) -> Any: ...
@starts_loop
@sink("prompt", arg="messages")
def model_request_sync(model: Any, messages: Any, **kwargs) -> Any: ...
