# Django 3.2 to 6
from enum import Enum
from typing import Any

class Choices(Enum):
    label: str
    choices: list[Any]
    labels: list[str]
    values: list[Any]
    names: list[str]

class IntegerChoices(int, Choices): ...
class TextChoices(str, Choices): ...
