from langchain_community.vectorstores import Milvus as Milvus
