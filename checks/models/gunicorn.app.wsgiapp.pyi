# gunicorn.app.wsgiapp
from gunicorn.app.base import Application
from loadpath import blocks, provides

provides("server")

class WSGIApplication(Application):
    app_uri: str | None
    def load_wsgiapp(self) -> object: ...
@blocks("lock")
def run(prog: str | None = ...) -> None: ...
