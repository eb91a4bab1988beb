from typing import Any
from langgraph.graph.state import StateGraph as StateGraph, StateGraph as MessageGraph, StateGraph as Graph, CompiledStateGraph

START: str
END: str
class MessagesState: ...
def add_messages(left: Any, right: Any, **kwargs) -> Any: ...
