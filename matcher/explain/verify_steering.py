"""What a steered proposal promises beside its members: few changes, far alternatives."""

from collections.abc import Sequence

from matcher.core.arrays import Ints
from matcher.core.changes import count_apart, count_changes, seats_of
from matcher.core.problem import Problem
from matcher.explain.difference import Difference, difference
from models.proposals import Keep

APART = 3
"""Members that two alternatives differ by, at least."""


def check_changes(
    problem: Problem, keep: Keep | None, members: tuple[Ints, ...]
) -> list[Difference]:
    """Count the seats that changed hands."""
    if keep is None:
        return []
    changes = count_changes(seats_of(problem, keep.coalitions), members)
    if keep.max_changes is None or changes > keep.max_changes:
        return [difference("settings.keep.max_changes", keep.max_changes, changes)]
    return []


def check_order(problem: Problem, listed: Sequence[tuple[Ints, ...]]) -> list[Difference]:
    """Check that alternatives are clearly different from all before them, and have their sizes."""
    found = []
    for i, members in enumerate(listed[1:]):
        place = f"alternatives.{i}.coalitions"
        sizes, first = list(map(len, members)), list(map(len, listed[0]))
        if sizes != first:
            found.append(difference(place, sizes, first))
        for before in listed[: i + 1]:
            apart = count_apart(problem, members, before)
            if apart < APART:
                found.append(difference(place, f"{apart} apart", f"at least {APART}"))
    return found
