from langchain_core.messages import *
