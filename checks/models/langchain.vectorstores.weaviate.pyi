from langchain.vectorstores import Weaviate as Weaviate
