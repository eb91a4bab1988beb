from langchain.vectorstores import Pinecone as Pinecone
