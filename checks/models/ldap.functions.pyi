# python-ldap 3: no connection is made before the first operation
from ldap.ldapobject import LDAPObject as LDAPObject

def initialize(uri, *args, **kwargs) -> LDAPObject: ...
