# asyncio.transports, a defining name of asyncio
from asyncio import (BaseTransport as BaseTransport, DatagramTransport as DatagramTransport, ReadTransport as ReadTransport, SubprocessTransport as SubprocessTransport, Transport as Transport, WriteTransport as WriteTransport)
