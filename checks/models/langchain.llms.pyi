from langchain_community.llms import *
