# kafka-python 2.x
from kafka import KafkaAdminClient as KafkaAdminClient

class NewTopic:
    def __init__(self, name, num_partitions=-1, replication_factor=-1, **kwargs): ...
