# elasticsearch 7, 8 and 9
from elasticsearch._sync.client import Elasticsearch as Elasticsearch, IndicesClient as IndicesClient
