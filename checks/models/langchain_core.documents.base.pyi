from langchain_core.documents import *
