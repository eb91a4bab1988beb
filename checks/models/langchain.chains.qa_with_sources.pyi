from langchain.chains import load_qa_chain as load_qa_chain
