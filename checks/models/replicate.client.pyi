from replicate import Client as Client
