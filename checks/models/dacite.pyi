# dacite: 1
from loadpath import provides
from dacite.config import Config as Config
from dacite.core import from_dict as from_dict

provides("validation")
