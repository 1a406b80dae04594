"""New contacts floor: each member meets so many from other sectors whom it does not know."""

import numpy as np

from matcher.constraints.kind import (
    COUNT_MEND,
    Applied,
    Key,
    RuleKind,
    count_of,
    is_count,
)
from matcher.constraints.rows import ContactRow
from matcher.core.arrays import Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule, RuleKey
from models.text import Text


def apply(pool: Pool, challenge: Challenge, rule: Rule) -> Applied:
    """Ask every member for new contacts among its co-members."""
    least = count_of(rule, "min")

    def judge(members: Ints) -> tuple[int, int]:
        contacts = pool.is_new(members, members).sum(axis=1)
        return least * len(members), int(np.minimum(least, contacts).sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=((ContactRow(least),),),
        asked_of=lambda n: least * n,
        judge=judge,
        asks=Text(
            sv="minst {count:# ny kontakt|# nya kontakter} för var och en",
            en="at least {count:# new contact|# new contacts} for everyone",
        ).format(count=least),
        sentence=Text(
            sv="{title}: {given} av {asked:# ny kontakt|# nya kontakter} som medlemmarna är lovade",
            en="{title}: {given} of {asked:# new contact|# new contacts} that members are promised",
        ),
    )


KIND = RuleKind(
    key="new_contacts_floor",
    title=Text(sv="minsta antal nya kontakter", en="new contacts floor"),
    meaning=Text(
        sv="Varje medlem möter så många från andra sektorer som den inte känner.",
        en="Every member meets so many from other sectors whom it does not know.",
    ),
    mend=Text(
        sv="Få med fler organisationer som inte redan är kända, eller sänk min.",
        en="Bring in more organisations that are not known already, or lower min.",
    ),
    keys=(Key("min", is_count, COUNT_MEND),),
    apply=apply,
    position=60,
    default=lambda _: Rule(kind="new_contacts_floor", keys=(RuleKey(name="min", value=1),)),
)
