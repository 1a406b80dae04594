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
    title=Text(sv="minsta antal med egenskap", en="attribute floor"),
    meaning=Text(
        sv="Minst så många platser går till aktörer med ett visst värde i en kolumn.",
        en="At least so many seats go to actors with a value in a column.",
    ),
    mend=Text(
        sv="Få med fler organisationer med egenskapen ({what}), eller sänk min till {given}.",
        en="Bring in more organisations with the attribute ({what}), or lower min to {given}.",
    ),
    keys=(ATTRIBUTE_KEY, VALUE_KEY, LEAST_KEY),
    apply=apply,
    position=57,
)
