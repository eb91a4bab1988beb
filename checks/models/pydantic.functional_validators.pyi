# pydantic.functional_validators
from pydantic import AfterValidator as AfterValidator, BeforeValidator as BeforeValidator, InstanceOf as InstanceOf, PlainValidator as PlainValidator, SkipValidation as SkipValidation, WrapValidator as WrapValidator, field_validator as field_validator, model_validator as model_validator
