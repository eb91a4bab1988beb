from langchain_community.vectorstores import Weaviate as Weaviate
