from typing import Any
from langgraph.graph.state import StateGraph

def create_supervisor(agents: list, *, model: Any, **kwargs) -> StateGraph: ...
