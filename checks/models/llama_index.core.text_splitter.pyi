from llama_index.core.node_parser import SentenceSplitter as SentenceSplitter, TokenTextSplitter as TokenTextSplitter, CodeSplitter as CodeSplitter
