# fastapi-utils: 0.2 to 0.8
from fastapi import APIRouter as APIRouter

class InferringRouter(APIRouter): ...
