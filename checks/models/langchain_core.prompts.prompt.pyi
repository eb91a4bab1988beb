from langchain_core.prompts import PromptTemplate as PromptTemplate
