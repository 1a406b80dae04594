"""Attribute floor: at least so many seats go to actors with a value in a column."""

from matcher.constraints.attributes import ATTRIBUTE_KEY, VALUE_KEY, mark_attribute
from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.quotas import LEAST_KEY, at_least
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Count the members with the value."""
    return at_least(rule, *mark_attribute(pool, rule))


KIND = RuleKind(
    key="attribute_floor",
    meaning=Text(
        sv="Minst så många platser går till aktörer med ett visst värde i en kolumn.",
        en="At least so many seats go to actors with a value in a column.",
    ),
    keys=(ATTRIBUTE_KEY, VALUE_KEY, LEAST_KEY),
    apply=apply,
    position=57,
)
