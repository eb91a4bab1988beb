# json.decoder
from json import JSONDecodeError as JSONDecodeError, JSONDecoder as JSONDecoder
