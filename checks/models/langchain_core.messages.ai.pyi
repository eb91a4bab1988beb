from langchain_core.messages import AIMessage as AIMessage, AIMessageChunk as AIMessageChunk
