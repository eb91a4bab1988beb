# requests-toolbelt 1.x

class MultipartEncoder:
    content_type: str
    def __init__(self, fields, boundary=None, encoding="utf-8"): ...

class MultipartEncoderMonitor:
    content_type: str
    def __init__(self, encoder, callback=None): ...
