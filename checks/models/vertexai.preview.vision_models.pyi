from vertexai.vision_models import *
