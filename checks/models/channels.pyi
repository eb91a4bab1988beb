# channels 3 and 4
from loadpath import provides

provides("websocket")
