# starlette.types
from typing import Any, Awaitable, Callable, MutableMapping

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
Lifespan = Callable[..., Any]
StatelessLifespan = Callable[..., Any]
StatefulLifespan = Callable[..., Any]
HTTPExceptionHandler = Callable[..., Any]
WebSocketExceptionHandler = Callable[..., Any]
ExceptionHandler = Callable[..., Any]
