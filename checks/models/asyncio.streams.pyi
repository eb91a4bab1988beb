# asyncio.streams, a defining name of asyncio
from asyncio import (StreamReader as StreamReader, StreamReaderProtocol as StreamReaderProtocol, StreamWriter as StreamWriter, open_connection as open_connection, open_unix_connection as open_unix_connection, start_server as start_server, start_unix_server as start_unix_server)
