from langchain_community.vectorstores import *
