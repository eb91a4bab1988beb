# Celery 5.x
from loadpath import entry

class Signal:
    @entry("signal", sync_runs="caller")
    def connect(self, *args, **kwargs): ...
    def disconnect(self, *args, **kwargs): ...

task_prerun: Signal
task_postrun: Signal
task_success: Signal
task_failure: Signal
task_retry: Signal
task_revoked: Signal
before_task_publish: Signal
after_task_publish: Signal
worker_init: Signal
worker_ready: Signal
worker_process_init: Signal
worker_process_shutdown: Signal
worker_shutdown: Signal
beat_init: Signal
celeryd_init: Signal
setup_logging: Signal
after_setup_logger: Signal
