# importlib.abc
from importlib.resources.abc import Traversable as Traversable
