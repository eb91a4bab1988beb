# asyncio.protocols, a defining name of asyncio
from asyncio import (BaseProtocol as BaseProtocol, BufferedProtocol as BufferedProtocol, DatagramProtocol as DatagramProtocol, Protocol as Protocol, SubprocessProtocol as SubprocessProtocol)
