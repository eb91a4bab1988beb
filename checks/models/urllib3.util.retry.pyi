# urllib3 1.26 and 2.x
from urllib3.util import Retry as Retry
