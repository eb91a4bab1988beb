# websockets 10 and later
from loadpath import provides
from websockets.asyncio.client import ClientConnection as ClientConnection, connect as connect
from websockets.asyncio.server import ServerConnection as ServerConnection, serve as serve
from websockets.exceptions import ConnectionClosed as ConnectionClosed, ConnectionClosedError as ConnectionClosedError, ConnectionClosedOK as ConnectionClosedOK, InvalidStatus as InvalidStatus, InvalidURI as InvalidURI, WebSocketException as WebSocketException
from websockets.asyncio.client import ClientConnection as WebSocketClientProtocol
from websockets.asyncio.server import ServerConnection as WebSocketServerProtocol

provides("websocket")
