# langchain: 0.x and 1.x
from loadpath import provides
from langchain.chains import LLMChain as LLMChain, ConversationChain as ConversationChain
from langchain_core.prompts import PromptTemplate as PromptTemplate
from langchain_community.llms import OpenAI as OpenAI

provides("llm")
provides("orchestration")
