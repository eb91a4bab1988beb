from langchain.chat_models import ChatAnthropic as ChatAnthropic
