# connexion 3
from connexion.apps.abstract import AbstractApp as AbstractApp
from loadpath import application

@application("asgi")
class AsyncApp(AbstractApp): ...
