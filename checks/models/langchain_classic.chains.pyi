from langchain.chains import *
