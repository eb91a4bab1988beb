from langchain_core.runnables import *
