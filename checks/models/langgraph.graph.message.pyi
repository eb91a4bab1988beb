from langgraph.graph import add_messages as add_messages, MessagesState as MessagesState
