# Tortoise ORM 0.2x
from loadpath import provides, starts_loop
from tortoise.models import Model as Model

provides("database")
provides("orm")

class Tortoise:
    @classmethod
    async def init(cls, config=None, *args, **kwargs) -> None: ...
    @classmethod
    async def generate_schemas(cls, safe=True) -> None: ...
    @classmethod
    async def close_connections(cls) -> None: ...
    @classmethod
    def get_connection(cls, connection_name): ...
    @classmethod
    def init_models(cls, models_paths, app_label, **kwargs) -> None: ...

@starts_loop
def run_async(coro) -> None: ...
