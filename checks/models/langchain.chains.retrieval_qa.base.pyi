from langchain.chains import RetrievalQA as RetrievalQA
