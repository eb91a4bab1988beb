from langchain_community.vectorstores import Pinecone as Pinecone
