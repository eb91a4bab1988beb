# pika 1.x
from pika.adapters.blocking_connection import BlockingChannel as Channel
