# influxdb-client 1.x: the default of write_api() writes in batches in the background, SYNCHRONOUS waits
from typing import Any, Self
from loadpath import blocks

SYNCHRONOUS: Any
ASYNCHRONOUS: Any

class WriteOptions:
    def __init__(self, *args, **kwargs): ...

class WriteApi:
    def __enter__(self) -> Self: ...
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.write_api")
    def write(self, bucket, org=None, record=None, *args, **kwargs): ...
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.write_api")
    def flush(self) -> None: ...
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.write_api")
    def close(self) -> None: ...
