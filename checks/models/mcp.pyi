# mcp (the Python SDK): 1.x and 2.x
from mcp.client.session import ClientSession as ClientSession

class StdioServerParameters:
    def __init__(self, **kwargs) -> None: ...
