# faststream 0.3 to 0.7: a plain handler runs in a thread
from loadpath import provides
from faststream.app import FastStream as FastStream

provides("broker")
provides("jobs")
