# rocketry 2
from loadpath import provides
from rocketry.application import Grouper as Grouper, Rocketry as Rocketry

provides("scheduler")
