# snowflake-connector-python 3 and 4
from loadpath import blocks

@blocks("database")
def write_pandas(conn, df, table_name, *args, **kwargs): ...
@blocks("database")
def pd_writer(table, conn, keys, data_iter) -> None: ...
