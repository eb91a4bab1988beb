# flask: 1.x to 3.x
from typing import Any
from loadpath import provides, sink, validates
from flask.app import Flask as Flask
from flask.blueprints import Blueprint as Blueprint
from flask.config import Config as Config
from flask.wrappers import Request as Request, Response as Response
from flask.globals import request as request, session as session, g as g, current_app as current_app
from flask.helpers import make_response as make_response, url_for as url_for, abort as abort, redirect as redirect, send_file as send_file
from flask.helpers import send_from_directory as send_from_directory, safe_join as safe_join, flash as flash, get_flashed_messages as get_flashed_messages
from flask.helpers import stream_with_context as stream_with_context
from flask.templating import render_template as render_template, render_template_string as render_template_string
from flask.templating import stream_template as stream_template, stream_template_string as stream_template_string
from flask.json import jsonify as jsonify
from flask.ctx import after_this_request as after_this_request, copy_current_request_context as copy_current_request_context
from flask.ctx import has_request_context as has_request_context, has_app_context as has_app_context

provides("web-framework")
@sink("html", arg="object")
def Markup(object: Any = ..., *args) -> str: ...
@validates("s")
def escape(s: Any) -> str: ...
