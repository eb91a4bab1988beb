# langchain before 1.0
from langchain_core.documents import Document as Document
from langchain_core.messages import *
from langchain_core.output_parsers import BaseOutputParser as BaseOutputParser, StrOutputParser as StrOutputParser
from langchain_core.retrievers import BaseRetriever as BaseRetriever
from langchain_core.prompts import BasePromptTemplate as BasePromptTemplate
