# MongoEngine 0.2x
from mongoengine import Document as Document, DynamicDocument as DynamicDocument, DynamicEmbeddedDocument as DynamicEmbeddedDocument, EmbeddedDocument as EmbeddedDocument
