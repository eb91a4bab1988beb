from langchain.memory import *
