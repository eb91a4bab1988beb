from langchain_text_splitters import *
