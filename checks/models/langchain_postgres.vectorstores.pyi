from langchain_postgres import PGVector as PGVector
