from langgraph.graph.state import CompiledGraph as CompiledGraph
