"""A problem with some of its actors alone: the same, but for whom it knows."""

from dataclasses import replace

import numpy as np

from matcher.constraints.kind import Applied
from matcher.core.among import Among, Divisible, single_out
from matcher.core.arrays import Ints
from matcher.core.problem import Problem, Slot
from matcher.criteria.term import Term


def keep_actors(problem: Problem, actors: Ints) -> Problem | None:
    """Keep some of a problem's actors, by their places in ascending order.

    What any of their groupings is worth and breaks stays the same, to the last digit, but for
    sums that numpy adds up in another order. Pins of others fall away.

    Returns
    -------
    Problem or None
        None where a criterion or rule from elsewhere speaks of the pool as a whole.
    """
    some = single_out(problem.pool, actors)
    slots: list[Slot] = []
    terms: dict[int, dict[str, tuple[Term, ...]] | None] = {}
    rules: dict[int, Applied | None] = {}
    for slot in problem.slots:
        if id(slot.terms) not in terms:
            terms[id(slot.terms)] = _terms_among(slot.terms, some)
        for rule in (*slot.rules, *slot.soft):
            if id(rule) not in rules:
                rules[id(rule)] = rule.among(some)
        own = terms[id(slot.terms)]
        hard = [kept for rule in slot.rules if (kept := rules[id(rule)]) is not None]
        soft = [kept for rule in slot.soft if (kept := rules[id(rule)]) is not None]
        if own is None or (len(hard), len(soft)) != (len(slot.rules), len(slot.soft)):
            return None
        slots.append(
            replace(
                slot,
                terms=own,
                rules=tuple(hard),
                soft=tuple(soft),
                allowed=some.rows(slot.allowed),
            )
        )
    return replace(
        problem,
        pool=some.pool,
        slots=tuple(slots),
        pins=tuple(
            (some.place_of(actor), group) for actor, group in problem.pins if np.isin(actor, actors)
        ),
        overlaps=tuple(
            replace(overlap, marks=overlap.marks[:, actors]) for overlap in problem.overlaps
        ),
    )


def _terms_among(
    terms: dict[str, tuple[Term, ...]], some: Among
) -> dict[str, tuple[Term, ...]] | None:
    kept: dict[str, tuple[Term, ...]] = {}
    for key, each in terms.items():
        own = tuple(term.among(some) for term in each if isinstance(term, Divisible))
        if len(own) < len(each):
            return None
        kept[key] = own
    return kept
