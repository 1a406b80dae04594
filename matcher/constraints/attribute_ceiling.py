"""Attribute ceiling: at most so many seats go to actors with a value in a column."""

from matcher.constraints.attributes import ATTRIBUTE_KEY, VALUE_KEY, mark_attribute
from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.quotas import MOST_KEY, at_most
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Count the members with the value."""
    return at_most(rule, *mark_attribute(pool, rule))


KIND = RuleKind(
    key="attribute_ceiling",
    title=Text(sv="största antal med egenskap", en="attribute ceiling"),
    meaning=Text(
        sv="Högst så många platser går till aktörer med ett visst värde i en kolumn.",
        en="At most so many seats go to actors with a value in a column.",
    ),
    mend=Text(
        sv="Få med fler organisationer utan egenskapen ({what}), eller höj max till {given}.",
        en="Bring in more organisations without the attribute ({what}), or raise max to {given}.",
    ),
    keys=(ATTRIBUTE_KEY, VALUE_KEY, MOST_KEY),
    apply=apply,
    position=58,
)
