"""Sector ceiling: at most so many seats of a coalition go to a sector."""

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.quotas import MOST_KEY, at_most
from matcher.constraints.sectors import SECTOR_KEY, mark_sector
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Count the members of the sector."""
    return at_most(rule, *mark_sector(pool, rule))


KIND = RuleKind(
    key="sector_ceiling",
    title=Text(sv="största antal per sektor", en="sector ceiling"),
    meaning=Text(
        sv="Högst så många platser går till en sektor.", en="At most so many seats go to a sector."
    ),
    mend=Text(
        sv="Få med fler organisationer av annat slag än {what}, eller höj max till {given}.",
        en="Bring in more organisations of another kind than {what}, or raise max to {given}.",
    ),
    keys=(SECTOR_KEY, MOST_KEY),
    apply=apply,
    position=50,
)
