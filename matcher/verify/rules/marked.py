"""Rules that count the members of one sort: floors, ceilings, and whoever may not be in."""

from collections.abc import Callable

import numpy as np

from matcher.core.arrays import Bools, Ints
from matcher.verify.rules.formula import Held, Members


def count_at_least(marked: Bools, least: int, keys: dict[str, object]) -> Held:
    """Ask for so many marked members."""
    return Held(
        missed=lambda members: max(0, least - _count(marked, members)),
        told=lambda members: (least, _count(marked, members)),
        after=_after(marked, lambda count: max(0, least - count)),
        asked_of=lambda _: least,
        keys=keys,
    )


def count_at_most(marked: Bools, most: int, keys: dict[str, object]) -> Held:
    """Allow so many marked members."""
    return Held(
        missed=lambda members: max(0, _count(marked, members) - most),
        told=lambda members: (most, _count(marked, members)),
        after=_after(marked, lambda count: max(0, count - most)),
        keys=keys,
    )


def nobody(marked: Bools, unsure: Bools | None = None) -> Held:
    """Allow no marked member; what is given is those who keep the rule."""
    return Held(
        missed=lambda members: _count(marked, members),
        told=lambda members: (len(members), len(members) - _count(marked, members)),
        after=_after(marked, lambda count: count),
        unsure=unsure,
    )


def _count(marked: Bools, members: Members) -> int:
    return sum(bool(marked[own]) for own in members)


def _after(marked: Bools, miss: Callable[[int], int]) -> Callable[[Ints], Ints]:
    def after(members: Ints) -> Ints:
        units = np.empty((len(members), len(marked)), dtype=np.int64)
        for i in range(len(members)):
            rest = _count(marked, np.delete(members, i).tolist())
            units[i] = np.where(marked, miss(rest + 1), miss(rest))
        return units

    return after
