# rules: 3
from loadpath import provides
from rules.permissions import add_perm as add_perm, has_perm as has_perm, perm_exists as perm_exists, remove_perm as remove_perm, set_perm as set_perm
from rules.predicates import Predicate as Predicate, predicate as predicate, always_true as always_true, always_false as always_false, is_authenticated as is_authenticated, is_staff as is_staff, is_superuser as is_superuser
from rules.rulesets import add_rule as add_rule, remove_rule as remove_rule, rule_exists as rule_exists, set_rule as set_rule, test_rule as test_rule

provides("auth")
