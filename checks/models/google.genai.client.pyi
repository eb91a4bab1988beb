from google.genai import Client as Client, AsyncClient as AsyncClient
