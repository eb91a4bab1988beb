# deepgram-sdk: 3.x to 5.x
from typing import Any
from loadpath import blocks

class _V1:
    @blocks("ai", instead="listen.asyncrest")
    def transcribe_file(self, source: Any, options: Any = ..., **kwargs) -> Any: ...
    @blocks("ai", instead="listen.asyncrest")
    def transcribe_url(self, source: Any, options: Any = ..., **kwargs) -> Any: ...
    @blocks("ai", instead="listen.asyncrest")
    def save(self, filename: str, source: Any, options: Any = ..., **kwargs) -> Any: ...
    @blocks("ai", instead="listen.asyncrest")
    def stream_memory(self, source: Any, options: Any = ..., **kwargs) -> Any: ...

class _Versions:
    def v(self, version: str) -> _V1: ...

class _Media:
    @blocks("ai", instead="deepgram.AsyncDeepgramClient")
    def transcribe_file(self, **kwargs) -> Any: ...
    @blocks("ai", instead="deepgram.AsyncDeepgramClient")
    def transcribe_url(self, **kwargs) -> Any: ...

class _ListenV1:
    media: _Media

class _AsyncV1:
    async def transcribe_file(self, source: Any, options: Any = ..., **kwargs) -> Any: ...
    async def transcribe_url(self, source: Any, options: Any = ..., **kwargs) -> Any: ...
    async def save(self, filename: str, source: Any, options: Any = ..., **kwargs) -> Any: ...
    async def stream_memory(self, source: Any, options: Any = ..., **kwargs) -> Any: ...

class _AsyncVersions:
    def v(self, version: str) -> _AsyncV1: ...

class _AsyncMedia:
    async def transcribe_file(self, **kwargs) -> Any: ...
    async def transcribe_url(self, **kwargs) -> Any: ...

class _AsyncListenV1:
    media: _AsyncMedia

class _Listen:
    rest: _Versions
    prerecorded: _Versions
    asyncrest: _AsyncVersions
    asyncprerecorded: _AsyncVersions
    v1: _ListenV1

class _Speak:
    rest: _Versions
    asyncrest: _AsyncVersions
    def v(self, version: str) -> _V1: ...

class _AsyncListen:
    v1: _AsyncListenV1

class DeepgramClient:
    listen: _Listen
    speak: _Speak
    def __init__(self, api_key: str = ..., config: Any = ..., **kwargs) -> None: ...

class AsyncDeepgramClient:
    listen: _AsyncListen
    def __init__(self, api_key: str = ..., **kwargs) -> None: ...
