# flask-swagger-ui: 3 to 5
from typing import Any
from flask.blueprints import Blueprint
from loadpath import provides

provides("api-docs")
def get_swaggerui_blueprint(base_url: str, api_url: str, config: Any = ..., *args, **kwargs) -> Blueprint: ...
