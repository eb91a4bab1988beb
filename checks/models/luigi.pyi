# luigi 2 and 3
from loadpath import blocks, provides
from luigi.task import ExternalTask as ExternalTask, Task as Task, WrapperTask as WrapperTask

provides("jobs")
@blocks("queue")
def build(tasks, *args, **kwargs) -> bool: ...
@blocks("queue")
def run(*args, **kwargs) -> bool: ...
