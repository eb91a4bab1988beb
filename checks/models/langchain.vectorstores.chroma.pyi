from langchain.vectorstores import Chroma as Chroma
