# uvicorn.server
from uvicorn import Server as Server
