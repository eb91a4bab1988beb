/* Services, routes and guards of small projects. Each case is a few files in one text ("## path" starts one) and what the model
 * must say of them, a line each: services as "name framework interface[ at MOUNT on PARENT[ bridged]]", then routes as
 * "METHODS PATH handler[ guards]" in the order of the model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "program_sandbox.h"
#include "web/web.h"

struct web_case {
    const char *name, *files, *expected;
};

#define FASTAPI "from fastapi import FastAPI, APIRouter, Depends, HTTPException, Request\n"
#define FLASK "from flask import Flask, Blueprint, request, abort\n"

/* ---- FastAPI and Starlette ---- */

static const struct web_case asgi_cases[] = {
    {"methods of decorators",
     "## main.py\n" FASTAPI "app = FastAPI()\n@app.get('/a')\ndef a(): ...\n@app.post('/a')\nasync def b(): ...\n"
     "@app.api_route('/c', methods=['GET', 'put'])\ndef c(): ...\n@app.websocket('/w')\nasync def w(ws): ...\n"
     "def d(): ...\napp.add_api_route('/d', d, methods=['DELETE'])\n",
     "main FastAPI asgi\nGET /a a\nPOST /a b\nGET, PUT /c c\nDELETE /d d\nWS /w w\n"},
    {"prefixes at every level",
     "## main.py\n" FASTAPI "from orders import router\napp = FastAPI()\napi = APIRouter(prefix='/api')\napi.include_router(router, prefix='/v1')\n"
     "app.include_router(api, prefix='/x')\n## orders.py\n" FASTAPI "router = APIRouter(prefix='/orders')\n@router.get('/{key}')\ndef show(key): ...\n"
     "@router.get('')\ndef index(): ...\n",
     "main FastAPI asgi\nGET /x/api/v1/orders index\nGET /x/api/v1/orders/{key} show\n"},
    {"a router that is included twice",
     "## main.py\n" FASTAPI "app = FastAPI()\nr = APIRouter()\n@r.get('/a')\ndef a(): ...\napp.include_router(r, prefix='/v1')\napp.include_router(r, prefix='/v2')\n",
     "main FastAPI asgi\nGET /v1/a a\nGET /v2/a a\n"},
    {"a factory, and routers that a function includes",
     "## main.py\n" FASTAPI "import routers\ndef create_app():\n    app = FastAPI()\n    register(app)\n    return app\n"
     "def register(app):\n    app.include_router(routers.users, prefix='/users')\napp = create_app()\n@app.get('/late')\ndef late(): ...\n"
     "## routers.py\n" FASTAPI "users = APIRouter()\n@users.get('/me')\ndef me(): ...\n",
     "main FastAPI asgi\nGET /late late\nGET /users/me me\n"},
    {"routers in a loop over a display, alone and in rows",
     "## main.py\n" FASTAPI "app = FastAPI()\na, b, c = APIRouter(), APIRouter(), APIRouter()\nfor router in (a, b):\n    app.include_router(router, prefix='/all')\n"
     "for router, prefix in [(c, '/only')]:\n    app.include_router(router, prefix=prefix)\n@a.get('/a')\ndef fa(): ...\n@b.get('/b')\ndef fb(): ...\n"
     "@c.get('/c')\ndef fc(): ...\n",
     "main FastAPI asgi\nGET /all/a fa\nGET /all/b fb\nGET /only/c fc\n"},
    {"prefixes from constants and settings",
     "## main.py\n" FASTAPI "from config import PREFIX, settings\napp = FastAPI()\nr = APIRouter(prefix=f'{PREFIX}/x')\n@r.get('/a' + '/b')\ndef a(): ...\n"
     "app.include_router(r, prefix=settings.api)\n## config.py\nPREFIX = '/p'\nclass Settings:\n    api: str = '/api'\nsettings = Settings()\n",
     "main FastAPI asgi\nGET /api/p/x/a/b a\n"},
    {"a class of its own for the application and for routers",
     "## main.py\n" FASTAPI "class App(FastAPI):\n    pass\nclass Router(APIRouter):\n    pass\napp = App()\nr = Router(prefix='/r')\n@r.get('/a')\ndef a(): ...\napp.include_router(r)\n",
     "main FastAPI asgi\nGET /r/a a\n"},
    {"class-based views",
     "## main.py\n" FASTAPI "from fastapi_utils.cbv import cbv\napp = FastAPI()\nr = APIRouter()\n@cbv(r)\nclass Items:\n    @r.get('/items')\n    def all(self): ...\n"
     "    @r.post('/items')\n    async def add(self): ...\napp.include_router(r)\n",
     "main FastAPI asgi\nGET /items Items.all\nPOST /items Items.add\n"},
    {"an application on another",
     "## main.py\n" FASTAPI "from admin import app as admin\napp = FastAPI()\n@app.get('/')\ndef root(): ...\napp.mount('/admin', admin)\n"
     "## admin.py\n" FASTAPI "app = FastAPI()\n@app.get('/users')\ndef users(): ...\n",
     "main FastAPI asgi\nadmin FastAPI asgi at /admin on main\nGET / root\nGET /admin/users users\n"},
    {"Flask on FastAPI through a bridge",
     "## main.py\n" FASTAPI "from fastapi.middleware.wsgi import WSGIMiddleware\nfrom old import flask_app\napp = FastAPI()\n@app.get('/')\ndef root(): ...\n"
     "app.mount('/old', WSGIMiddleware(flask_app))\n## old.py\n" FLASK "flask_app = Flask(__name__)\n@flask_app.route('/page')\ndef page(): ...\n",
     "main FastAPI asgi\nold Flask wsgi at /old on main bridged\nGET / root\nGET /old/page page\n"},
    {"lists of Starlette",
     "## main.py\nfrom starlette.applications import Starlette\nfrom starlette.routing import Route, Mount, WebSocketRoute\nasync def home(request): ...\n"
     "def about(request): ...\nasync def ws(socket): ...\nasync def deep(request): ...\ninner = [Route('/deep', deep, methods=['POST'])]\n"
     "routes = [Route('/', home), Route('/about', endpoint=about), WebSocketRoute('/ws', ws), Mount('/in', routes=inner)]\napp = Starlette(routes=routes)\n",
     "main Starlette asgi\nGET / home\nGET /about about\nPOST /in/deep deep\nWS /ws ws\n"},
    {"an endpoint class of Starlette",
     "## main.py\nfrom starlette.applications import Starlette\nfrom starlette.endpoints import HTTPEndpoint\nfrom starlette.routing import Route\n"
     "class Page(HTTPEndpoint):\n    async def get(self, request): ...\n    def post(self, request): ...\napp = Starlette(routes=[Route('/p', Page)])\n",
     "main Starlette asgi\nGET /p Page.get\nPOST /p Page.post\n"},
    {"tables and subapplications of aiohttp",
     "## main.py\nfrom aiohttp import web\nroutes = web.RouteTableDef()\n@routes.get('/t')\nasync def t(request): ...\nasync def a(request): ...\nasync def b(request): ...\n"
     "async def c(request): ...\ndef make():\n    app = web.Application()\n    app.add_routes(routes)\n    app.add_routes([web.get('/a', a), web.post('/a', b)])\n"
     "    sub = web.Application()\n    sub.router.add_get('/c', c)\n    app.add_subapp('/sub', sub)\n    return app\n",
     "main:app aiohttp asgi\nmain:sub aiohttp asgi at /sub on main:app\nGET /a a\nPOST /a b\nGET /t t\nGET /sub/c c\n"},
    {"a websocket server beside an application is none of its routes",
     "## main.py\n" FASTAPI "import asyncio, websockets\nasync def echo(ws): ...\nasync def serve():\n    async with websockets.serve(echo, 'localhost', 8765):\n"
     "        await asyncio.Future()\napp = FastAPI()\n@app.websocket('/ws')\nasync def ws(socket): ...\n",
     "main FastAPI asgi\nWS /ws ws\n"},
    {"a router that nothing includes",
     "## lib.py\n" FASTAPI "r = APIRouter()\n@r.get('/a')\ndef a(): ...\n", "GET /a a\n"},
};

/* ---- guards ---- */

#define CURRENT_USER "def current_user(request: Request):\n    if not request.headers.get('x'):\n        raise HTTPException(status_code=401)\n    return 1\n"

/* ---- Django and what stands on it; views that are served by class ---- */

#define DJANGO "## shop/__init__.py\n## shop/settings.py\nROOT_URLCONF = 'shop.urls'\n## shop/urls.py\nfrom django.urls import include, path, re_path\n"

static const struct web_case django_cases[] = {
    {"patterns, included by name, by tuple and by list, and added later",
     DJANGO "from shop import views\nmore = [path('b/', views.b)]\nurlpatterns = [path('a/', views.a), path('x/', include((more, 'x'))),\n"
     "    re_path(r'^old/(?P<pk>\\d+)$', views.a), path('y/', include('shop.inner'))]\nurlpatterns += [path('late/', views.b)]\n"
     "## shop/inner.py\nfrom django.urls import path\nfrom shop import views\nurlpatterns = [path('<int:pk>/', views.b)]\n"
     "## shop/views.py\nfrom django.views.decorators.http import require_POST\ndef a(request, pk=0): ...\n@require_POST\nasync def b(request, pk=0): ...\n",
     "shop Django wsgi\n* /a/ a\nPOST /late/ b\n* /old/(?P<pk>\\d+) a\nPOST /x/b/ b\nPOST /y/<int:pk>/ b\n"},
    {"views by class: verbs, generic views, wrappers, inherited handlers",
     DJANGO "from django.contrib.auth.decorators import login_required\nfrom shop import views\n"
     "urlpatterns = [path('a/', login_required(views.A.as_view())), path('l/', views.L.as_view()), path('c/', views.C.as_view())]\n"
     "## shop/views.py\nfrom django.views import View\nfrom django.views.generic import ListView\nfrom django.contrib.auth.mixins import LoginRequiredMixin\n"
     "class A(View):\n    def get(self, request): ...\n    def post(self, request): ...\nclass L(ListView): ...\nclass C(LoginRequiredMixin, A): ...\n",
     "shop Django wsgi\nGET /a/ A.get urls\nPOST /a/ A.post urls\nGET /c/ A.get class\nPOST /c/ A.post class\nGET /l/ L\n"},
    {"viewsets: what they have, actions, permissions of the class, of the action and by default",
     "## shop/__init__.py\n## shop/settings.py\nROOT_URLCONF = 'shop.urls'\nREST_FRAMEWORK = {'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated']}\n"
     "## shop/urls.py\nfrom django.urls import include, path\nfrom rest_framework.routers import SimpleRouter\nfrom shop.views import Read, Own\n"
     "r = SimpleRouter()\nr.register('read', Read)\nr.register(r'own', Own)\nurlpatterns = [path('api/', include(r.urls))]\n"
     "## shop/views.py\nfrom rest_framework import viewsets, mixins\nfrom rest_framework.decorators import action\nfrom rest_framework.permissions import AllowAny, IsAdminUser\n"
     "class Read(viewsets.ReadOnlyModelViewSet):\n    @action(detail=True, methods=['post'], url_path='pay')\n    def settle(self, request, pk=None): ...\n"
     "    @settle.mapping.delete\n    def undo(self, request, pk=None): ...\n    @action(detail=False, permission_classes=[AllowAny])\n    def open(self, request): ...\n"
     "class Own(mixins.CreateModelMixin, viewsets.GenericViewSet):\n    permission_classes = [IsAdminUser]\n    lookup_field = 'slug'\n    def retrieve(self, request, slug): ...\n",
     "shop Django wsgi\nPOST /api/own/ Own class\nGET /api/own/<slug>/ Own.retrieve class\nGET /api/read/ Read default\nGET /api/read/<pk>/ Read default\n"
     "DELETE /api/read/<pk>/pay/ Read.undo default\nPOST /api/read/<pk>/pay/ Read.settle default\nGET /api/read/open/ Read.open\n"},
    {"Ninja: routers by object and by name, authentication and opting out",
     DJANGO "from shop.api import api\nurlpatterns = [path('api/', api.urls)]\n## shop/api.py\nfrom ninja import NinjaAPI, Router\nfrom ninja.security import django_auth\n"
     "api = NinjaAPI(auth=django_auth)\nr = Router()\n@r.get('/{key}')\ndef show(request, key): ...\n@api.post('/open', auth=None)\ndef free(request): ...\n"
     "api.add_router('/r', r)\napi.add_router('/s', 'shop.other.router')\n## shop/other.py\nfrom ninja import Router\nrouter = Router()\n@router.get('/')\ndef root(request): ...\n",
     "shop Django wsgi\nPOST /api/open free\nGET /api/r/{key} show router\nGET /api/s/ root router\n"},
    {"exposed methods of Flask-AppBuilder",
     "## main.py\nfrom flask import Flask\nfrom flask_appbuilder import AppBuilder, BaseView, expose\nfrom flask_appbuilder.api import BaseApi\n"
     "from flask_appbuilder.security.decorators import protect\napp = Flask(__name__)\nbuilder = AppBuilder(app)\nclass Hello(BaseView):\n"
     "    @expose('/<name>')\n    def greet(self, name): ...\nclass Orders(BaseApi):\n    resource_name = 'orders'\n    @expose('/pay', methods=['POST'])\n"
     "    @protect()\n    def pay(self): ...\nclass Unused(BaseView):\n    @expose('/x')\n    def x(self): ...\nbuilder.add_view(Hello, 'Hello')\nbuilder.add_api(Orders)\n",
     "main Flask wsgi\nPOST /api/v1/orders/pay Orders.pay decorator\nGET /hello/<name> Hello.greet\n"},
    {"a decorator of the project that is given the method and the path",
     "## main.py\n" FASTAPI "app = FastAPI()\nr = APIRouter(prefix='/r')\ndef refuse(): raise HTTPException(403)\ndef check(f):\n    def inner(*a):\n        refuse()\n        return f(*a)\n    return inner\n"
     "def protected(method, path, **kw):\n    def deco(f):\n        return method(path, **kw)(check(f))\n    return deco\n@protected(r.get, '/a')\ndef a(): ...\napp.include_router(r)\napp.get('/b')(a)\n",
     "main FastAPI asgi\nGET /b a decorator\nGET /r/a a decorator\n"},
};

static const struct web_case guard_cases[] = {
    {"a dependency of the handler, in every spelling",
     "## main.py\n" FASTAPI "from typing import Annotated\n" CURRENT_USER "User = Annotated[int, Depends(current_user)]\napp = FastAPI()\n@app.get('/a')\n"
     "def a(u=Depends(current_user)): ...\n@app.get('/b')\ndef b(u: Annotated[int, Depends(current_user)]): ...\n@app.get('/c')\ndef c(u: User): ...\n"
     "@app.get('/d', dependencies=[Depends(current_user)])\ndef d(): ...\n@app.get('/e')\ndef e(): ...\n",
     "main FastAPI asgi\nGET /a a dependency\nGET /b b dependency\nGET /c c dependency\nGET /d d decorator\nGET /e e\n"},
    {"a tree of dependencies",
     "## main.py\n" FASTAPI CURRENT_USER "def admin(u=Depends(current_user)): return u\ndef page(size: int = 1): return size\napp = FastAPI()\n@app.get('/a')\n"
     "def a(u=Depends(admin)): ...\n@app.get('/b')\ndef b(u=Depends(page)): ...\n",
     "main FastAPI asgi\nGET /a a dependency\nGET /b b\n"},
    {"of the application, the router and the include",
     "## main.py\n" FASTAPI CURRENT_USER "one = FastAPI(dependencies=[Depends(current_user)])\n@one.get('/a')\ndef a(): ...\n"
     "## two.py\n" FASTAPI "from main import current_user\napp = FastAPI()\nr = APIRouter(dependencies=[Depends(current_user)])\ns = APIRouter()\n"
     "@r.get('/r')\ndef fr(): ...\n@s.get('/s')\ndef fs(): ...\n@app.get('/open')\ndef fo(): ...\napp.include_router(r)\napp.include_router(s, dependencies=[Depends(current_user)])\n",
     "main FastAPI asgi\ntwo FastAPI asgi\nGET /a a app\nGET /open fo\nGET /r fr router\nGET /s fs router\n"},
    {"a scheme of the framework, and one that lets everybody in",
     "## main.py\n" FASTAPI "from fastapi.security import OAuth2PasswordBearer\nscheme = OAuth2PasswordBearer(tokenUrl='t')\n"
     "maybe = OAuth2PasswordBearer(tokenUrl='t', auto_error=False)\napp = FastAPI()\n@app.get('/a')\ndef a(t=Depends(scheme)): ...\n"
     "@app.get('/b')\ndef b(t=Depends(maybe)): ...\n",
     "main FastAPI asgi\nGET /a a dependency\nGET /b b\n"},
    {"by hand in the body, and a 404 that is none",
     "## main.py\n" FASTAPI "app = FastAPI()\n@app.get('/a')\ndef a(request: Request):\n    if not request.headers.get('k'):\n        raise HTTPException(403)\n"
     "@app.get('/b')\ndef b():\n    raise HTTPException(404)\n",
     "main FastAPI asgi\nGET /a a body\nGET /b b\n"},
    {"decorators of a library and of the project",
     "## main.py\n" FLASK "from functools import wraps\nfrom flask_login import login_required\ndef need_key(f):\n    @wraps(f)\n    def inner(*a):\n"
     "        if not request.headers.get('k'):\n            abort(401)\n        return f(*a)\n    return inner\ndef timed(f):\n    return f\napp = Flask(__name__)\n"
     "@app.route('/a')\n@login_required\ndef a(): ...\n@app.route('/b')\n@need_key\ndef b(): ...\n@app.route('/c')\n@timed\ndef c(): ...\n",
     "main Flask wsgi\nGET /a a decorator\nGET /b b decorator\nGET /c c\n"},
    {"before_request of an application and of a blueprint",
     "## main.py\n" FLASK "app = Flask(__name__)\nbp = Blueprint('b', __name__)\nother = Blueprint('o', __name__)\n@bp.before_request\ndef check():\n"
     "    if 'k' not in request.headers:\n        abort(401)\n@other.before_request\ndef count(): ...\n@bp.route('/a')\ndef a(): ...\n@other.route('/b')\ndef b(): ...\n"
     "app.register_blueprint(bp)\napp.register_blueprint(other)\n",
     "main Flask wsgi\nGET /a a before_request\nGET /b b\n"},
    {"a list of decorators of a class",
     "## main.py\n" FLASK "from flask.views import MethodView\nfrom flask_login import login_required\nclass Items(MethodView):\n    decorators = [login_required]\n"
     "    def get(self): ...\napp = Flask(__name__)\napp.add_url_rule('/i', view_func=Items.as_view('i'))\n",
     "main Flask wsgi\nGET /i Items.get class\n"},
};

/* ---- Flask ---- */

static const struct web_case wsgi_cases[] = {
    {"routes and their methods",
     "## main.py\n" FLASK "app = Flask(__name__)\n@app.route('/a')\ndef a(): ...\n@app.route('/b', methods=['POST'])\ndef b(): ...\n@app.get('/c')\ndef c(): ...\n"
     "def d(): ...\napp.add_url_rule('/d', 'd', d)\napp.add_url_rule('/e', view_func=d, methods=('PUT',))\n",
     "main Flask wsgi\nGET /a a\nPOST /b b\nGET /c c\nGET /d d\nPUT /e d\n"},
    {"blueprints, their prefixes and how registering overrides them",
     "## main.py\n" FLASK "app = Flask(__name__)\na = Blueprint('a', __name__, url_prefix='/a')\nb = Blueprint('b', __name__, url_prefix='/b')\n"
     "app.register_blueprint(a)\napp.register_blueprint(b, url_prefix='/instead')\n@a.route('/x')\ndef ax(): ...\n@b.route('/x')\ndef bx(): ...\n",
     "main Flask wsgi\nGET /a/x ax\nGET /instead/x bx\n"},
    {"blueprints in blueprints",
     "## main.py\n" FLASK "app = Flask(__name__)\nout = Blueprint('o', __name__, url_prefix='/out')\ninn = Blueprint('i', __name__, url_prefix='/in')\n"
     "@inn.route('/x')\ndef x(): ...\nout.register_blueprint(inn)\napp.register_blueprint(out)\n",
     "main Flask wsgi\nGET /out/in/x x\n"},
    {"a factory in a package",
     "## shop/__init__.py\n" FLASK "def create_app(config=None):\n    app = Flask(__name__)\n    from shop import views\n    app.register_blueprint(views.bp)\n    views.init(app)\n    return app\n"
     "## shop/views.py\n" FLASK "bp = Blueprint('v', __name__)\n@bp.route('/')\ndef index(): ...\ndef init(app):\n    app.add_url_rule('/more', view_func=more)\ndef more(): ...\n"
     "## wsgi.py\nfrom shop import create_app\napp = create_app()\n",
     "shop Flask wsgi\nGET / index\nGET /more more\n"},
    {"method views, wrapped where they are registered",
     "## main.py\n" FLASK "from flask.views import MethodView\nfrom flask_login import login_required\nclass Items(MethodView):\n    def get(self): ...\n    def post(self): ...\n"
     "app = Flask(__name__)\napp.add_url_rule('/items', view_func=login_required(Items.as_view('items')))\n",
     "main Flask wsgi\nGET /items Items.get urls\nPOST /items Items.post urls\n"},
    {"tables of routes, in rows and in a dictionary",
     "## main.py\n" FLASK "def a(): ...\ndef b(): ...\nTABLE = [('/a', a), ('/b', b)]\nMORE = {'/c': a}\napp = Flask(__name__)\nfor path, view in TABLE:\n"
     "    app.add_url_rule(path, view_func=view)\nfor path, view in MORE.items():\n    app.add_url_rule(f'/more{path}', view_func=view)\n",
     "main Flask wsgi\nGET /a a\nGET /b b\nGET /more/c a\n"},
    {"views registered by a function of the project",
     "## main.py\n" FLASK "from flask.views import MethodView\nclass Items(MethodView):\n    def get(self): ...\n    def put(self): ...\napp = Flask(__name__)\n"
     "def register(view, url):\n    f = view.as_view(url)\n    app.add_url_rule(url, view_func=f)\n    app.add_url_rule(f'{url}/<key>', view_func=f)\nregister(Items, '/items')\n",
     "main Flask wsgi\nGET /items Items.get\nPUT /items Items.put\nGET /items/<key> Items.get\nPUT /items/<key> Items.put\n"},
    {"flask-restful",
     "## main.py\n" FLASK "from flask_restful import Api, Resource\napp = Flask(__name__)\napi = Api(app, prefix='/api')\nclass Users(Resource):\n    def get(self): ...\n"
     "    def delete(self): ...\napi.add_resource(Users, '/users', '/people')\n",
     "main Flask wsgi\nDELETE /api/people Users.delete\nGET /api/people Users.get\nDELETE /api/users Users.delete\nGET /api/users Users.get\n"},
    {"flask-restful on a blueprint, made later",
     "## main.py\n" FLASK "from flask_restful import Api, Resource\nbp = Blueprint('b', __name__)\napi = Api(bp)\nclass Users(Resource):\n    def get(self): ...\n"
     "api.add_resource(Users, '/users')\napp = Flask(__name__)\napp.register_blueprint(bp, url_prefix='/v1')\n",
     "main Flask wsgi\nGET /v1/users Users.get\n"},
    {"flask-restx: namespaces and routes on classes",
     "## main.py\n" FLASK "from flask_restx import Api, Resource, Namespace\napp = Flask(__name__)\napi = Api(app)\nns = Namespace('cats')\n@ns.route('/<int:key>')\n"
     "class Cat(Resource):\n    def get(self, key): ...\napi.add_namespace(ns, path='/kitties')\ndogs = api.namespace('dogs')\n@dogs.route('/')\nclass Dogs(Resource):\n    def post(self): ...\n",
     "main Flask wsgi\nPOST /dogs/ Dogs.post\nGET /kitties/<int:key> Cat.get\n"},
    {"a class of its own of an extension, on a blueprint",
     "## main.py\n" FLASK "from flask_restful import Api, Resource\nclass Tools(Api):\n    def add_org(self, resource, *urls):\n"
     "        return self.add_resource(resource, *[f'/org{url}' for url in urls])\nbp = Blueprint('b', __name__, url_prefix='/api')\napi = Tools(bp)\n"
     "class Users(Resource):\n    def get(self): ...\napi.add_org(Users, '/users')\napi.add_resource(Users, '/plain')\napp = Flask(__name__)\napp.register_blueprint(bp)\n",
     "main Flask wsgi\nGET /api/org/users Users.get\nGET /api/plain Users.get\n"},
    {"two applications of a module",
     "## main.py\n" FLASK "one = Flask(__name__)\ntwo = Flask(__name__)\n@two.get('/b')\ndef b(): ...\n@one.get('/a')\ndef a(): ...\n",
     "main:one Flask wsgi\nmain:two Flask wsgi\nGET /a a\nGET /b b\n"},
    {"a wrapper of the project around add_resource",
     "## main.py\n" FLASK "from flask_restful import Api, Resource\nclass Tools(Api):\n    def add_org(self, resource, *urls, **kw):\n        urls = ['/org' + url for url in urls]\n"
     "        return self.add_resource(resource, *urls, **kw)\napp = Flask(__name__)\napi = Tools(app)\nclass Users(Resource):\n    def get(self): ...\n"
     "class Teams(Resource):\n    def get(self): ...\napi.add_org(Users, '/users', endpoint='u')\napi.add_org(Teams, '/teams')\n",
     "main Flask wsgi\nGET /org/teams Teams.get\nGET /org/users Users.get\n"},
};

/* ---- what handlers take: "name:in:type", and "name!in" for what is read by hand, instead of guards ---- */

static const struct web_case input_cases[] = {
    {"declared by the signature",
     "## main.py\n" FASTAPI "from typing import Annotated\nfrom fastapi import Body, Cookie, File, Form, Header, Query, UploadFile\nfrom pydantic import BaseModel\n"
     "class Item(BaseModel):\n    name: str\ndef page(): ...\napp = FastAPI()\n@app.post('/{key}')\n"
     "def a(key: int, item: Item, q: str = '', h: str = Header(), c: Annotated[str, Cookie()] = '', p=Depends(page), request: Request = None) -> Item: ...\n"
     "@app.put('/f')\ndef b(name: str = Form(), up: UploadFile = File(), x: int = Body(), *args, **rest): ...\n",
     "main FastAPI asgi\nPUT /f b name:form:str up:file:UploadFile x:body:int\n"
     "POST /{key} a key:path:int item:body:Item q:query:str h:header:str c:cookie:Annotated[str, Cookie()] p:dependency:- -> Item\n"},
    {"read by hand, each once",
     "## main.py\n" FASTAPI "from fastapi import UploadFile\napp = FastAPI()\n@app.post('/a')\nasync def a(request: Request):\n    x = await request.json()\n    y = await request.json()\n"
     "    return request.query_params['q']\n@app.post('/b')\nasync def b(up: UploadFile):\n    return await up.read()\n"
     "## old.py\n" FLASK "old = Flask(__name__)\n@old.route('/c/<int:key>', methods=['POST'])\ndef c(key):\n    return request.json, request.form['x'], request.args.get('y'), request.files\n",
     "main FastAPI asgi\nold Flask wsgi\nPOST /a a request.json!body request.query_params!query\nPOST /b b up:file:UploadFile\n"
     "POST /c/<int:key> c key:path:- request.json!body request.form!form request.args!query request.files!file\n"},
};

/* ---- the harness ---- */

struct text_files {
    char *copy;
    struct program_sandbox_file files[SANDBOX_FILES];
};

static void split(struct text_files *self, const char *text) {
    size_t count = 0;
    self->copy = strdup(text);
    memset(self->files, 0, sizeof self->files);
    for (char *at = self->copy; (at = strstr(at, "## ")) && count + 1 < SANDBOX_FILES; count++) {
        char *end = strchr(at, '\n');
        if (count) {
            *at = '\0';
        }
        *end = '\0';
        self->files[count].path = at + 3;
        self->files[count].text = at = end + 1;
    }
}

static void tell_service(struct web *web, const struct web_service *s, struct buffer *out) {
    static const char *const interfaces[] = {"unknown", "asgi", "wsgi"};
    buffer_printf(out, "%s %s %s", s->name, s->framework, interfaces[s->interface]);
    if (s->parent != WEB_NONE) {
        buffer_printf(out, " at %s on %s%s", s->mount, web_service_at(web, s->parent)->name, s->bridged ? " bridged" : "");
    }
    buffer_putc(out, '\n');
}

static void tell_inputs(struct web *web, const struct web_route *r, struct buffer *out) {
    for (uint32_t i = 0; i < r->input_count; i++) {
        const struct web_input *in = web_input_at(web, r->first_input + i);
        const char *kind = web_input_name((enum web_input_kind)in->kind);
        if (in->declared) {
            buffer_printf(out, " %s:%s:%s", in->name, kind, in->type ? in->type : "-");
        } else {
            buffer_printf(out, " %s!%s", in->name, kind);
        }
    }
    if (r->response) {
        buffer_printf(out, " -> %s", r->response);
    }
}

static void tell_route(struct program *program, struct web *web, const struct web_route *r, bool inputs, struct buffer *out) {
    buffer_printf(out, "%s %s %s", r->methods, r->path, program_qualname(program, r->handler));
    if (inputs) {
        tell_inputs(web, r, out);
    }
    for (uint32_t i = 0; !inputs && i < r->guard_count; i++) {
        buffer_printf(out, "%s%s", i ? "," : " ", web_level_name(web_guard_at(web, r->first_guard + i)->level));
    }
    buffer_putc(out, '\n');
}

/* Whatever function of the project answers a route is an entry point of the flow. */
static bool is_entry(const struct program *program, const struct flow *flow, const struct web_route *route) {
    if (program_def_scope(program, route->handler)->kind == SCOPE_CLASS) {
        return true;
    }
    for (uint32_t i = 0; i < flow_entry_count(flow); i++) {
        if (flow_entry_at(flow, i)->def == route->handler) {
            return true;
        }
    }
    return false;
}

static void run_case(const struct web_case *c, bool inputs) {
    struct program_sandbox sandbox;
    struct text_files files;
    struct buffer out = {0};
    split(&files, c->files);
    program_sandbox_open(&sandbox, files.files);
    struct flow *flow = flow_new(sandbox.program);
    struct web *web = web_new(sandbox.program, flow);
    flow_run(flow);
    web_reach(web);
    web_describe(web);
    for (uint32_t i = 0; i < web_service_count(web); i++) {
        tell_service(web, web_service_at(web, i), &out);
    }
    for (uint32_t i = 0; i < web_route_count(web); i++) {
        tell_route(sandbox.program, web, web_route_at(web, i), inputs, &out);
        if (!is_entry(sandbox.program, flow, web_route_at(web, i))) {
            buffer_puts(&out, "  no entry point\n");
        }
    }
    bool same = strcmp(out.len ? out.data : "", c->expected) == 0;
    if (!same) {
        print_error("%s:\n%s\nexpected:\n%s\n", c->name, out.len ? out.data : "", c->expected);
    }
    buffer_free(&out);
    web_free(web);
    flow_free(flow);
    program_sandbox_close(&sandbox);
    free(files.copy);
    assert_true(same);
}

#define RUN_ALL(cases, inputs)                                       \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) {   \
        run_case(&(cases)[i], inputs);                               \
    }

static void test_asgi(void **state) { RUN_ALL(asgi_cases, false) }
static void test_wsgi(void **state) { RUN_ALL(wsgi_cases, false) }
static void test_django(void **state) { RUN_ALL(django_cases, false) }
static void test_guards(void **state) { RUN_ALL(guard_cases, false) }
static void test_inputs(void **state) { RUN_ALL(input_cases, true) }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_asgi), cmocka_unit_test(test_wsgi), cmocka_unit_test(test_django), cmocka_unit_test(test_guards), cmocka_unit_test(test_inputs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
