from litellm import *
