from langchain.hub import *
