# concurrent.futures.thread, a defining name of concurrent.futures
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor as ThreadPoolExecutor

class BrokenThreadPool(BrokenExecutor): ...
