# multiprocessing.process, the defining name of Process
from multiprocessing import Process as BaseProcess, active_children as active_children, current_process as current_process, parent_process as parent_process
