# PyMongo 4.x
from pymongo.asynchronous.client_session import AsyncClientSession as AsyncClientSession
from pymongo.synchronous.client_session import ClientSession as ClientSession
