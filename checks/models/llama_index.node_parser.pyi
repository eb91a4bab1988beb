from llama_index.core.node_parser import *
