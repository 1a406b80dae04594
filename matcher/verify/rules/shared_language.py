"""Shared language: one that all members who state languages share; 2 per member without it."""

import numpy as np

from matcher.core.arrays import Ints
from matcher.verify.rules.formula import Held, Members, RuleFormula
from matcher.verify.table import Facts
from models.challenges import Challenge
from models.rules import Rule


def hold(table: Facts, challenge: Challenge, rule: Rule) -> Held | None:
    """Count, for the language that most share, the members who lack it."""
    actors = table.season.actors
    languages = sorted({language for actor in actors for language in actor.languages})
    if not languages:
        return None
    lacks = np.array(
        [
            [bool(a.languages) and language not in a.languages for language in languages]
            for a in actors
        ]
    )

    def missed(members: Members) -> int:
        return int(lacks[list(members)].sum(axis=0).min())

    def after(members: Ints) -> Ints:
        units = np.empty((len(members), table.size), dtype=np.int64)
        for i in range(len(members)):
            units[i] = (lacks[np.delete(members, i)].sum(axis=0) + lacks).min(axis=1)
        return units

    return Held(
        missed=missed,
        told=lambda members: (len(members), len(members) - missed(members)),
        after=after,
    )


FORMULA = RuleFormula(
    key="shared_language",
    position=120,
    unit_cost=2,
    hold=hold,
    unasked=lambda season: (
        Rule(kind="shared_language") if any(a.languages for a in season.actors) else None
    ),
)
