from langchain_community.vectorstores import Qdrant as Qdrant
