from cattrs import *
