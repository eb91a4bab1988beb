# attrs
from attr import define as define, frozen as frozen, mutable as mutable, asdict as asdict, evolve as evolve
