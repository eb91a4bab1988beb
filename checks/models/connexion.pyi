# connexion 2 and 3: the routes stand in the specification, which also checks what comes in
from loadpath import provides
from connexion.apps.asynchronous import AsyncApp as AsyncApp
from connexion.apps.flask import FlaskApp as FlaskApp, FlaskApp as App

provides("web-framework")
provides("api-docs")
provides("validation")
