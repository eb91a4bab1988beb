from flask_restx import *
