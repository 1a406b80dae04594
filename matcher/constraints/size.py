"""Size: a coalition has between `min_size` and `max_size` members."""

import numpy as np

from matcher.constraints.kind import Applied, CountRow, RuleKind
from matcher.pool import Ints, Pool
from models.challenges import Challenge
from models.rules import Rule
from models.text import Text

COST_PER_SEAT = 2


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Bound the number of members from both sides."""

    def judge(members: Ints) -> tuple[int, int]:
        n = len(members)
        return (challenge.max_size if n > challenge.max_size else challenge.min_size), n

    everyone = np.ones(pool.size, dtype=bool)
    return Applied(
        rule=rule,
        unit_cost=COST_PER_SEAT,
        row=CountRow(everyone, least=challenge.min_size, most=challenge.max_size),
        judge=judge,
        sentence=Text(
            sv="{title}: {given} medlemmar där {asked} är gränsen.",
            en="{title}: {given} members where the limit is {asked}.",
        ),
    )


UNFORMED = Text(
    sv="{title}: koalitionen kan inte bildas; {asked} medlemmar behövs som minst.",
    en="{title}: the coalition can't be formed; at least {asked} members are needed.",
)
KIND = RuleKind(
    key="size",
    keys=(),
    apply=apply,
    is_stated=False,
    position=10,
    default=lambda _: Rule(kind="size"),
)
