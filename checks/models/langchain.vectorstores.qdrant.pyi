from langchain.vectorstores import Qdrant as Qdrant
