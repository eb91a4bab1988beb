from langchain_core.prompts import *
