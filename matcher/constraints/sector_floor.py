"""Sector floor: at least so many seats of a coalition go to a sector."""

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.quotas import LEAST_KEY, at_least
from matcher.constraints.sectors import SECTOR_KEY, mark_sector
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Count the members of the sector."""
    return at_least(rule, *mark_sector(pool, rule))


KIND = RuleKind(
    key="sector_floor",
    title=Text(sv="minsta antal per sektor", en="sector floor"),
    meaning=Text(
        sv="Minst så många platser går till en sektor.", en="At least so many seats go to a sector."
    ),
    mend=Text(
        sv="Få med fler organisationer av rätt slag ({what}), eller sänk min till {given}.",
        en="Bring in more organisations of the kind ({what}), or lower min to {given}.",
    ),
    keys=(SECTOR_KEY, LEAST_KEY),
    apply=apply,
    position=40,
)
