"""How far apart groupings are: seats that changed hands, and members who differ.

A change is a seat of a coalition that another actor takes: the larger of how many left it
and how many came. How far apart two groupings are is counted by challenge, so that members
who only change places between two coalitions of one challenge make no difference.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from matcher.core.arrays import Bools, Ints
from matcher.core.problem import Overlap, Problem
from models.scores import CoalitionMembers

APART = 3
"""Members that two alternatives differ by, at least."""


def seats_of(problem: Problem, coalitions: Iterable[CoalitionMembers]) -> tuple[Ints, ...]:
    """Give coalitions' members by slot; actors whom the season has no more are left out."""
    index = problem.pool.season.actor_index
    given = {
        each.id: sorted(index[actor] for actor in each.members if actor in index)
        for each in coalitions
    }
    return tuple(np.array(given.get(slot.id, []), dtype=np.int64) for slot in problem.slots)


def count_changes(before: Sequence[Ints], after: Sequence[Ints]) -> int:
    """Count the seats that changed hands, over all coalitions."""
    changes = 0
    for one, other in zip(before, after, strict=True):
        changes += max(len(one), len(other)) - len(np.intersect1d(one, other))
    return changes


def mark_seats(problem: Problem, members: Sequence[Ints]) -> Bools:
    """Mark who has a seat in which slot: (S, A)."""
    marks = np.zeros((len(problem.slots), problem.pool.size), dtype=bool)
    for s, chosen in enumerate(members):
        marks[s, chosen] = True
    return marks


def keep_most(
    problem: Problem, before: Sequence[Ints], sizes: Sequence[int], changes: int
) -> Overlap:
    """Give the overlap that at most so many changes leave, at settled sizes."""
    larger = sum(max(len(chosen), size) for chosen, size in zip(before, sizes, strict=True))
    return Overlap(mark_seats(problem, before), least=max(0, larger - changes))


def mark_members(problem: Problem, members: Sequence[Ints]) -> Bools:
    """Mark the seats of every challenge's coalitions with the members of any of them."""
    marks = mark_seats(problem, members)
    for group in problem.siblings:
        marks[list(group)] = marks[list(group)].any(axis=0)
    return marks
