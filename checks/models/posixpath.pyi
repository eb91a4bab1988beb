# posixpath, the defining name of os.path
from os.path import *
