from langchain.agents import *
