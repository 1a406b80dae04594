"""Which actors a search of a large season looks at, and tables of them alone.

Where a sweep would look at many millions of partners, or offers are too many for a table, the
search gets the columns that can matter, and of the others nothing.
"""

from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.offers import OffersTable
from matcher.core.problem import Problem
from matcher.core.subsets import keep_actors
from matcher.optimise.registry import shape_of
from matcher.optimise.seats import Seats
from matcher.optimise.tables import Parts, Tables, tabulate

MANY_LOOKS = 20_000_000
"""With more partners in a sweep than this, not everybody is looked at in each slot."""
NEAR = 500
"""So many of each slot's best by what they add themselves are."""


@dataclass(frozen=True, eq=False)
class Layout:
    """What a search works on.

    Attributes
    ----------
    actors : (n,) int array
        The places of those who are in the tables, ascending.
    columns : (S, n) bool array
        Who may come to which slot.
    """

    actors: Ints
    tables: Tables
    parts: Parts
    columns: Bools

    def holds(self, members: tuple[Ints, ...]) -> bool:
        """Say whether all members are in the tables."""
        return all(bool(np.isin(chosen, self.actors).all()) for chosen in members)

    def to_own(self, members: tuple[Ints, ...]) -> tuple[Ints, ...]:
        """Give members by their places in the tables."""
        return tuple(np.searchsorted(self.actors, chosen) for chosen in members)


def is_large(problem: Problem, seats: Seats) -> bool:
    """Say whether a search is to know some of the actors only."""
    offers = problem.pool.fits.offers
    is_at_hand = offers is None or isinstance(offers, OffersTable)
    return not is_at_hand or sum(seats.sizes) * problem.pool.size > MANY_LOOKS


def find_near(problem: Problem, seats: Seats, count: int = NEAR) -> Bools:
    """Give each slot's best by what they add themselves: (S, A)."""
    near = np.zeros((len(problem.slots), problem.pool.size), dtype=bool)
    for s, n in enumerate(seats.sizes):
        if n:
            able = problem.eligible(problem.slots[s])
            worth = np.where(able, _worth(problem, s, n), -np.inf)
            ranked = np.argsort(-worth, kind="stable")[:count]
            near[s, ranked] = able[ranked]
    return near


def _worth(problem: Problem, s: int, n: int) -> Floats:
    worth = np.zeros(problem.pool.size)
    for key, terms in problem.slots[s].terms.items():
        for term in terms:
            weigh = shape_of(term).weigh
            if weigh is not None:
                worth += weigh(term, problem.share_of(key, term), n)
    return worth


def tabulate_narrowed(
    problem: Problem, seats: Seats, columns: Bools | None, members: tuple[Ints, ...]
) -> Layout:
    """Tabulate the actors of some columns, members and the pinned; everybody for None."""
    actors = np.arange(problem.pool.size)
    if columns is not None:
        used = np.logical_or.reduce(columns, axis=0)
        for chosen in members:
            used[chosen] = True
        used[np.array([actor for actor, _ in problem.pins], dtype=np.int64)] = True
        smaller = keep_actors(problem, np.flatnonzero(used))
        if smaller is not None:
            problem, actors = smaller, np.flatnonzero(used)
    tables, parts = tabulate(problem, seats)
    kept = tables.allowed if columns is None else tables.allowed & columns[:, actors]
    return Layout(actors, tables, parts, kept)
