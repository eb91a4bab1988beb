# pydantic.networks
from pydantic import AnyHttpUrl as AnyHttpUrl, AnyUrl as AnyUrl, EmailStr as EmailStr, HttpUrl as HttpUrl, PostgresDsn as PostgresDsn, RedisDsn as RedisDsn, MongoDsn as MongoDsn, AmqpDsn as AmqpDsn, KafkaDsn as KafkaDsn, validate_email as validate_email
