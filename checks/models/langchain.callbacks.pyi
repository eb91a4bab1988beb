from typing import Any, AsyncIterator
from langchain_community.callbacks import get_openai_callback as get_openai_callback
from langchain_core.callbacks import StreamingStdOutCallbackHandler as StreamingStdOutCallbackHandler, AsyncCallbackHandler

class AsyncIteratorCallbackHandler(AsyncCallbackHandler):
    done: Any
    def aiter(self) -> AsyncIterator[str]: ...
