from langchain_community.utilities import *
