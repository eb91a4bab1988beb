# langchain-community: 0.x

class _Costs:
    total_tokens: int
    prompt_tokens: int
    completion_tokens: int
    total_cost: float
    def __enter__(self) -> _Costs: ...

def get_openai_callback() -> _Costs: ...
