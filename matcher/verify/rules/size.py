"""Size: from `min_size` to `max_size` members; 2 per seat."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.rules.formula import Held, Members, RuleFormula
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the seats too few or too many."""

    def missed(members: Members) -> int:
        return max(0, challenge.min_size - len(members), len(members) - challenge.max_size)

    def told(members: Members) -> tuple[int, int]:
        is_large = len(members) > challenge.max_size
        return challenge.max_size if is_large else challenge.min_size, len(members)

    def after(members: Ints) -> Ints:
        return np.full((len(members), table.size), missed(members.tolist()))

    return Held(missed=missed, told=told, after=after)


FORMULA = RuleFormula(
    key="size",
    position=10,
    unit_cost=2,
    hold=hold,
    is_from_files=True,
    unasked=lambda _: Rule(kind="size"),
)
