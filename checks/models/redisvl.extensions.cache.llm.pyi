from redisvl.extensions.llmcache import SemanticCache as SemanticCache
