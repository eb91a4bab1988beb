# json.encoder
from json import JSONEncoder as JSONEncoder
