from llama_parse import LlamaParse as LlamaParse
