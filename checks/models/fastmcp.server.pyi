from fastmcp import FastMCP as FastMCP, Context as Context
