from langchain.chains import LLMChain as LLMChain
