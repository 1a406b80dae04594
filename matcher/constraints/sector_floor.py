"""Sector floor: at least so many seats of a coalition go to a sector."""

from matcher.constraints.kind import (
    COUNT_MEND,
    Applied,
    CountRow,
    Key,
    RuleKind,
    count_of,
    is_count,
)
from matcher.constraints.sectors import SECTOR_KEY, sector_of
from matcher.pool import Ints, Pool
from models.challenges import Challenge
from models.rules import Rule
from models.sectors import Sector
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Count the members of the sector."""
    sector, limit = sector_of(rule), count_of(rule, "min")
    marked = pool.sectors == list(Sector).index(sector)

    def judge(members: Ints) -> tuple[int, int]:
        return limit, int(marked[members].sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        row=CountRow(marked, least=limit),
        judge=judge,
        sentence=Text(
            sv="{title}: minst {asked} platser för {sector} behövs, {given} fylls.",
            en="{title}: at least {asked} seats for {sector} are needed, {given} are filled.",
        ).format(title="{title}", asked="{asked}", given="{given}", sector=sector.text),
        keys={"sector": str(sector)},
    )


KIND = RuleKind(
    key="sector_floor",
    keys=(SECTOR_KEY, Key("min", is_count, COUNT_MEND)),
    apply=apply,
    position=40,
)
