from langchain.vectorstores import PGVector as PGVector
