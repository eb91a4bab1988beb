from fireworks.client import Fireworks as Fireworks, AsyncFireworks as AsyncFireworks
