from vertexai.language_models import *
