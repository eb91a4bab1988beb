from msgspec.json import *
