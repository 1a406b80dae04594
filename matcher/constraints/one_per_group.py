"""One per group: a parent organisation has one seat at most in a coalition."""

import numpy as np

from matcher.constraints.kind import Applied, RuleKind
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from models.text import Text

COST_PER_SEAT = 3


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied | None:
    """Count the members of each group of two actors or more."""
    groups: dict[str, list[int]] = {}
    for a, actor in enumerate(pool.season.actors):
        if actor.group:
            groups.setdefault(" ".join(actor.group.split()).casefold(), []).append(a)
    shared = [actors for actors in groups.values() if len(actors) > 1]
    if not shared:
        return None
    marks = [np.isin(np.arange(pool.size), actors).astype(np.int64) for actors in shared]

    def judge(members: Ints) -> tuple[int, int]:
        surplus = sum(max(0, int(mark[members].sum()) - 1) for mark in marks)
        return len(members), len(members) - surplus

    def block(members: Ints, comer: int) -> Text:
        own = next(mark for mark in marks if mark[comer])
        return _IS_IN.format(name=pool.season.actors[members[own[members] > 0][0]].name)

    return Applied(
        rule=rule,
        unit_cost=COST_PER_SEAT,
        ways=(tuple(CountRow(mark, most=1) for mark in marks),),
        judge=judge,
        blocks=block,
        asks=Text(sv="högst en plats för varje koncern", en="one seat at most for each group"),
        sentence=Text(
            sv=(
                "{title}: {given} av {asked:# plats|# platser} går till var sin koncern "
                "eller till ingen"
            ),
            en="{title}: {given} of {asked:# seat|# seats} go to a group of their own or to none",
        ),
    )


_IS_IN = Text(
    sv="en plats per koncern: {name} är med", en="one per parent organisation: {name} is in"
)


def _hold_where_given(season: Season) -> Rule | None:
    has_groups = any(actor.group for actor in season.actors)
    return Rule(kind="one_per_group") if has_groups else None


KIND = RuleKind(
    key="one_per_group",
    title=Text(sv="en per koncern", en="one per group"),
    meaning=Text(
        sv="En koncern har högst en plats i en koalition.",
        en="A parent organisation has one seat at most in a coalition.",
    ),
    mend=Text(
        sv="Få med fler organisationer från andra koncerner, eller stäng av regeln.",
        en="Bring in more organisations from other groups, or turn the rule off.",
    ),
    keys=(),
    apply=apply,
    position=110,
    unit_cost=COST_PER_SEAT,
    default=_hold_where_given,
)
