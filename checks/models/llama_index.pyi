# llama-index before 0.10
from typing import Any
from llama_index.core import *
from llama_index.core.indices import SimpleKeywordTableIndex as SimpleKeywordTableIndex

class ServiceContext:
    @classmethod
    def from_defaults(cls, *args, **kwargs) -> ServiceContext: ...

def set_global_service_context(service_context: Any) -> None: ...
