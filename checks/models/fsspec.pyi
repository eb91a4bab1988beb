# fsspec
from loadpath import provides
from fsspec.core import OpenFile as OpenFile, get_fs_token_paths as get_fs_token_paths, open as open, open_files as open_files, open_local as open_local, url_to_fs as url_to_fs
from fsspec.spec import AbstractFileSystem as AbstractFileSystem

provides("storage")

def filesystem(protocol, **storage_options) -> AbstractFileSystem: ...
