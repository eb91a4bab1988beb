# influxdb-client 1.x
from typing import Any, Iterator
from loadpath import blocks, sink

class QueryApi:
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query(self, query, org=None, params=None) -> list[Any]: ...
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query_csv(self, query, org=None, *args, **kwargs): ...
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query_raw(self, query, org=None, *args, **kwargs): ...
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query_stream(self, query, org=None, params=None) -> Iterator[Any]: ...
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query_data_frame(self, query, org=None, *args, **kwargs): ...
    @sink("sql", arg="query")
    @blocks("database", instead="influxdb_client.client.influxdb_client_async.InfluxDBClientAsync.query_api")
    def query_data_frame_stream(self, query, org=None, *args, **kwargs) -> Iterator[Any]: ...
