from langchain.vectorstores import Redis as Redis
