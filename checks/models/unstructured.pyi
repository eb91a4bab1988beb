# unstructured 0.1x
from loadpath import provides

provides("documents")
