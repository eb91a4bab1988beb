# the clients of openai, recorded
from loadpath import provides
from openai import *
import openai as openai

provides("monitoring")
