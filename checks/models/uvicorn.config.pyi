# uvicorn.config
from uvicorn import Config as Config
