# trafaret: 1 and 2
from loadpath import provides
from trafaret.base import Any as Any, Atom as Atom, Bool as Bool, Call as Call, Callable as Callable, DataError as DataError, Dict as Dict, Enum as Enum, Float as Float, Int as Int, Key as Key, List as List, Mapping as Mapping, Null as Null, Or as Or, String as String, ToBool as ToBool, ToFloat as ToFloat, ToInt as ToInt, Trafaret as Trafaret, Tuple as Tuple, guard as guard

provides("validation")
