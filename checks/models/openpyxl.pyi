# openpyxl 3.x
from loadpath import blocks, provides
from openpyxl.workbook import Workbook as Workbook

provides("documents")

@blocks("cpu")
def load_workbook(filename, *args, **kwargs) -> Workbook: ...
