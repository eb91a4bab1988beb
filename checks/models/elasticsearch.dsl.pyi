# elasticsearch 8.18 and later
from elasticsearch_dsl import A as A, AsyncDocument as AsyncDocument, AsyncSearch as AsyncSearch, Document as Document, Index as Index, MultiSearch as MultiSearch, Q as Q, Search as Search, connections as connections
