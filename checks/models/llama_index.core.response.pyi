from llama_index.core.base.response.schema import Response as Response
