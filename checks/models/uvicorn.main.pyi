# uvicorn.main
from uvicorn import Config as Config, Server as Server, main as main, run as run
