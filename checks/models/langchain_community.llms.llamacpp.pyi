from langchain_community.llms import LlamaCpp as LlamaCpp
