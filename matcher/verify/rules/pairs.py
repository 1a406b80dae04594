"""Rules about pairs of named actors."""

from collections.abc import Callable
from itertools import combinations

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.rules.formula import Held, Members
from matcher.verify.table import Facts
from models.rules import Rule


def hold_pairs(table: Facts, rule: Rule, is_broken: Callable[[bool, bool], bool]) -> Held:
    """Count the pairs of the rule's actors that are broken by who of the two is in."""
    named = rule.get("actors")
    ids = named if isinstance(named, tuple) else ()
    actors = sorted({table.season.actor_index[actor] for actor in ids})
    pairs = list(combinations(actors, 2))

    def missed(members: Members) -> int:
        return sum(is_broken(one in members, other in members) for one, other in pairs)

    def after(members: Ints) -> Ints:
        units = np.empty((len(members), table.size), dtype=np.int64)
        for i in range(len(members)):
            rest = np.delete(members, i).tolist()
            units[i] = missed(rest)
            for actor in actors:
                units[i, actor] = missed([*rest, actor])
        return units

    return Held(
        missed=missed,
        told=lambda members: (len(pairs), len(pairs) - missed(members)),
        after=after,
        asked_of=lambda _: len(pairs),
        keys={"actors": list(ids)},
    )
