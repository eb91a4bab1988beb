from langchain_community.llms import OpenAI as OpenAI
