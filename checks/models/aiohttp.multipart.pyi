# aiohttp.multipart
from aiohttp import BodyPartReader as BodyPartReader, MultipartReader as MultipartReader, MultipartWriter as MultipartWriter
