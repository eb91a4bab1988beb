# websockets 10 and later
from websockets.asyncio.client import ClientConnection as ClientConnection, connect as connect
from websockets.asyncio.client import ClientConnection as WebSocketClientProtocol
