# connexion 2 and 3
from connexion.apps.abstract import AbstractApp as AbstractApp

class FlaskApp(AbstractApp): ...
