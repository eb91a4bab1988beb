from langchain.document_loaders import TextLoader as TextLoader
