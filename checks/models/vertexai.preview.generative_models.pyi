from vertexai.generative_models import *
