# websockets 10 and later
from websockets.asyncio.server import ServerConnection as ServerConnection, serve as serve
from websockets.asyncio.server import ServerConnection as WebSocketServerProtocol
