from langchain.agents import AgentExecutor as AgentExecutor
