from langchain.chat_models.base import init_chat_model as init_chat_model, BaseChatModel as BaseChatModel
from langchain_community.chat_models import *
