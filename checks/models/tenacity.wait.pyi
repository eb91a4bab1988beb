# tenacity.wait
from tenacity import wait_base as wait_base, wait_chain as wait_chain, wait_combine as wait_combine, wait_exponential as wait_exponential, wait_exponential_jitter as wait_exponential_jitter, wait_fixed as wait_fixed, wait_incrementing as wait_incrementing, wait_none as wait_none, wait_random as wait_random, wait_random_exponential as wait_random_exponential
