from langchain.vectorstores import FAISS as FAISS
