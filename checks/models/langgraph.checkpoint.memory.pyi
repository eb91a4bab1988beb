from langgraph.checkpoint.base import BaseCheckpointSaver

class InMemorySaver(BaseCheckpointSaver): ...
MemorySaver = InMemorySaver
