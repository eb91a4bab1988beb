from langchain_community.vectorstores import Chroma as Chroma
