from msgspec.json import decode as decode, encode as encode
