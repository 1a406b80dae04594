"""New contacts floor: each member has `min` new contacts; 1 per missing contact.

A new contact is a co-member from another sector without a tie.
"""

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.rules.formula import Held, Members, RuleFormula, whole
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule, RuleKey


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held:
    """Count the contacts that are missing, over all members."""
    least = whole(rule, "min")

    def missed(members: Members) -> int:
        return sum(max(0, least - new_contacts(table, own, members)) for own in members)

    def told(members: Members) -> tuple[int, int]:
        given = sum(min(least, new_contacts(table, own, members)) for own in members)
        return least * len(members), given

    def after(members: Ints) -> Ints:
        n = len(members)
        new = (table.sectors[members][:, None] != table.sectors) & ~table.are_tied(members.tolist())
        units = np.empty(new.shape, dtype=np.int64)
        for i in range(n):
            rest = np.delete(np.arange(n), i)
            among = new[np.ix_(rest, members[rest])].sum(axis=1)
            short = np.maximum(0, least - (among[:, None] + new[rest])).sum(axis=0)
            units[i] = short + np.maximum(0, least - new[rest].sum(axis=0))
        return units

    return Held(missed=missed, told=told, after=after, asked_of=lambda n: n * least)


def new_contacts(table: Facts, own: int, members: Members) -> int:
    """Count a member's new contacts in its coalition."""
    return sum(
        table.sectors[other] != table.sectors[own] and other not in table.ties[own]
        for other in members
    )


FORMULA = RuleFormula(
    key="new_contacts_floor",
    position=60,
    unit_cost=1,
    hold=hold,
    unasked=lambda _: Rule(kind="new_contacts_floor", keys=(RuleKey(name="min", value=1),)),
)
