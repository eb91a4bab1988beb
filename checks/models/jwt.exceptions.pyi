from jwt import *
