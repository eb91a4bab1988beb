from langchain.agents import create_sql_agent as create_sql_agent
