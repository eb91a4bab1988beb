from loadpath import provides

provides("orchestration")
