from langchain_core.tools import BaseTool as BaseTool
