# temporalio 1
from loadpath import provides

provides("jobs")
