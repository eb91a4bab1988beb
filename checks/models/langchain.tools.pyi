from langchain_core.tools import *
from langchain_community.tools import *
