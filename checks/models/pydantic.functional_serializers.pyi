# pydantic.functional_serializers
from pydantic import PlainSerializer as PlainSerializer, SerializeAsAny as SerializeAsAny, WrapSerializer as WrapSerializer, field_serializer as field_serializer, model_serializer as model_serializer
