from loadpath import provides

provides("llm")
provides("orchestration")
