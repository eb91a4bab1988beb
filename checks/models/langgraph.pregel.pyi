from langgraph.graph.state import CompiledStateGraph as Pregel
