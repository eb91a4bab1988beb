from langchain_core.runnables import RunnableConfig as RunnableConfig, run_in_executor as run_in_executor
