# passlib 1.7
from passlib.context import CryptContext as CryptContext

custom_app_context: CryptContext
django_context: CryptContext
