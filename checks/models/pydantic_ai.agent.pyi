from pydantic_ai import Agent as Agent, AgentRunResult as AgentRunResult
