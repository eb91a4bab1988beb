from langchain.vectorstores import Milvus as Milvus
