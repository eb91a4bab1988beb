from langchain.retrievers import *
