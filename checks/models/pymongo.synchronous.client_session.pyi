# PyMongo 4.x
from pymongo.client_session import ClientSession as ClientSession
