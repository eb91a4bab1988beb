# tenacity.stop
from tenacity import stop_after_attempt as stop_after_attempt, stop_after_delay as stop_after_delay, stop_all as stop_all, stop_any as stop_any, stop_base as stop_base, stop_never as stop_never
