from flask_caching import Cache as Cache
