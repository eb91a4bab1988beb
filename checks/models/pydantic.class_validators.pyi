# pydantic.class_validators
from pydantic import root_validator as root_validator, validator as validator
