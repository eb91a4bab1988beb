from langchain_core.messages import BaseMessage as BaseMessage
