from langchain.document_loaders import CSVLoader as CSVLoader
