# fastapi.applications
from fastapi import FastAPI as FastAPI
