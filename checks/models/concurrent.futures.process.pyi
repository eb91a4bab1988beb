# concurrent.futures.process, a defining name of concurrent.futures
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor as ProcessPoolExecutor

class BrokenProcessPool(BrokenExecutor): ...
