from langchain_community.llms import Ollama as Ollama
