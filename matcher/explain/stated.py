"""What a proposal states of criteria that judge more words than it holds.

Relevance is stored for every member and reserve; how well facets are served and seeks are
met is not. Where the words can't be read again, what is stated of these criteria stands, as
long as it agrees with itself. Where they can, it stands as far as machines differ.
"""

from dataclasses import dataclass, replace

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem
from matcher.criteria.criterion import measure, measure_members
from matcher.criteria.registry import CRITERIA
from matcher.criteria.term import Term
from models.proposals import Coalition, Proposal

TOLERANCE = 2e-6
WORDS_TOLERANCE = 1e-3
"""How far fits of the same words may differ between machines."""


@dataclass(frozen=True)
class Leeway:
    """What can't be compared to the last digit.

    Attributes
    ----------
    loss : float
        How far a reserve's stated loss may be off beyond rounding.
    texts : frozenset of str
        Criteria whose sentences are taken as they are.
    """

    loss: float = 0.0
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Stated:
    """What is stated of a coalition's members; other members change it as the words say.

    Attributes
    ----------
    members : (n,) int array
    parts : (n,) float array
        What each member is stated to add.
    read : tuple of Term
        What the words say.
    """

    members: Ints
    parts: Floats
    read: tuple[Term, ...]
    share: float = 1.0

    @property
    def _above(self) -> float:
        return float(self.parts.mean()) - measure(self.read, self.members)

    def value(self, members: Ints) -> float:
        """Give the mean of the stated parts, changed as the words say."""
        return measure(self.read, members) + self._above

    def member_values(self, members: Ints) -> Floats:
        """Give the stated parts, which are those of the stated members."""
        return self.parts

    def replaced(self, members: Ints, comers: Ints | None = None) -> Floats:
        """Give what the words say, as far above it as what is stated."""
        tables = [term.share * term.replaced(members, comers) for term in self.read]
        values: Floats = np.sum(tables, axis=0) + self._above
        return values


def let_stand(
    problem: Problem, proposal: Proposal, members: tuple[Ints, ...], *, is_read: bool
) -> tuple[Problem, Leeway]:
    """Let what a proposal states of its members stand in place of what their words say.

    Parameters
    ----------
    is_read : bool
        Whether the problem has the fits of the words. Then only that stands which is off by
        more than rounding, but by no more than machines differ.
    """
    keys = [key for key in problem.weights if CRITERIA[key].needs_fits]
    slots, number = list(problem.slots), {slot.id: s for s, slot in enumerate(problem.slots)}
    standing = set[str]()
    for coalition in proposal.coalitions:
        s = number[coalition.id]
        for key in keys:
            read, parts = slots[s].terms[key], _parts(problem, coalition, key)
            if parts is None or (is_read and not _is_near(read, members[s], parts)):
                continue
            terms = {**slots[s].terms, key: (Stated(members[s], parts, read),)}
            slots[s] = replace(slots[s], terms=terms)
            standing.add(key)
    share = sum(problem.weights[key] for key in standing) / problem.weight
    loss = share * (2 * WORDS_TOLERANCE if is_read else 1.0)
    texts = frozenset() if is_read else frozenset(standing)
    return replace(problem, slots=tuple(slots)), Leeway(loss, texts)


def _parts(problem: Problem, coalition: Coalition, key: str) -> Floats | None:
    """Give the members' stated values in order: (n,); None where they can't be a criterion's.

    Their mean is a value in [0, 1], so none is below 0 or above n.
    """
    index = problem.pool.season.actor_index
    parts = [
        reason.value
        for member in sorted(coalition.members, key=lambda member: index[member.actor_id])
        for reason in member.reasons
        if reason.criterion == key
    ]
    stated = np.array(parts)
    is_possible = len(parts) == len(coalition.members) and (
        stated.min() >= 0 and stated.max() <= len(parts) and stated.mean() <= 1 + TOLERANCE
    )
    return stated if is_possible else None


def _is_near(read: tuple[Term, ...], members: Ints, parts: Floats) -> bool:
    """Say whether stated parts are off by more than rounding, but as machines differ."""
    off = np.abs(measure_members(read, members) - parts)
    mean = abs(measure(read, members) - float(parts.mean()))
    is_as_machines = mean <= WORDS_TOLERANCE and off.max() <= WORDS_TOLERANCE * len(parts)
    return bool(off.max() > TOLERANCE and is_as_machines)
