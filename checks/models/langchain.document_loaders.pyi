from langchain_community.document_loaders import *
