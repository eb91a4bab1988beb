# langchain before 1.0
from typing import Any
from loadpath import blocks
from langchain_core.output_parsers import *

class StructuredOutputParser(BaseOutputParser):
    @classmethod
    def from_response_schemas(cls, response_schemas: list, **kwargs) -> StructuredOutputParser: ...

class ResponseSchema:
    def __init__(self, *args, **kwargs) -> None: ...

class OutputFixingParser(BaseOutputParser):
    @classmethod
    def from_llm(cls, llm: Any, parser: Any, **kwargs) -> OutputFixingParser: ...
    @blocks("ai", instead="aparse()")
    def parse(self, completion: str) -> Any: ...

class RetryOutputParser(OutputFixingParser): ...
