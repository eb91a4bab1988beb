from langchain_openai import ChatOpenAI as ChatOpenAI, AzureChatOpenAI as AzureChatOpenAI
