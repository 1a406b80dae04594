"""Floors and ceilings: at least or at most so many seats for actors who are alike."""

import numpy as np

from matcher.constraints.kind import COUNT_MEND, Applied, Key, count_of, is_count
from matcher.constraints.rows import CountRow
from matcher.core.arrays import Bools, Ints
from models.rules import Rule
from models.text import Text

LEAST_KEY = Key("min", is_count, COUNT_MEND)
_AT_LEAST = Text(
    sv="minst {count:# plats|# platser} för {whom}", en="at least {count:# seat|# seats} for {whom}"
)
_AT_MOST = Text(
    sv="högst {count:# plats|# platser} för {whom}", en="at most {count:# seat|# seats} for {whom}"
)
MOST_KEY = Key("max", is_count, COUNT_MEND)


def at_least(rule: Rule, marked: Bools, keys: dict[str, object], whom: Text) -> Applied:
    """Ask for the rule's `min` seats for marked actors; `whom` names them."""
    least = count_of(rule, "min")

    def judge(members: Ints) -> tuple[int, int]:
        return least, int(marked[members].sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=((CountRow(marked.astype(np.int64), least=least),),),
        judge=judge,
        asks=_AT_LEAST.format(count=least, whom=whom),
        sentence=Text(
            sv="{title}: {given} av minst {asked:# plats|# platser} för {whom} fylls",
            en="{title}: {given} of at least {asked:# seat|# seats} for {whom} are filled",
        ),
        keys=keys,
        words={"whom": whom},
        asked_of=lambda _: least,
    )


def at_most(rule: Rule, marked: Bools, keys: dict[str, object], whom: Text) -> Applied:
    """Allow the rule's `max` seats for marked actors; `whom` names them."""
    most = count_of(rule, "max")

    def judge(members: Ints) -> tuple[int, int]:
        return most, int(marked[members].sum())

    return Applied(
        rule=rule,
        unit_cost=1,
        ways=((CountRow(marked.astype(np.int64), most=most),),),
        judge=judge,
        asks=_AT_MOST.format(count=most, whom=whom),
        sentence=Text(
            sv="{title}: {given:# plats|# platser} går till {whom}, där högst {asked} får göra det",
            en="{title}: {given:# seat goes|# seats go} to {whom}, where at most {asked} may",
        ),
        keys=keys,
        words={"whom": whom},
    )
