"""Pairs without a tie, in the linear model and in the search.

Tied pairs have variables of their own, for those that a solution counts too cheaply.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from matcher.core.arrays import Floats, Ints, pick_dense
from matcher.criteria.shapes.strangers import Strangers
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.coefficients import Coefficients
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.many_coalitions import renumber, sum_pairs
from matcher.optimise.model import LinearRow, Model, SlotSolution, box_of_pairs
from matcher.optimise.shape import Shape
from matcher.optimise.ties import compress, is_tied


def add(model: Model, s: int, name: str, term: Strangers) -> None:
    """Hold the value and the shares of the pairs that will be found tied below 1."""
    if model.seats.sizes[s] > 1:
        model.grow(("ties", s), name, 1.0, 1.0)


def cut(model: Model, s: int, name: str, term: Strangers, point: SlotSolution) -> None:
    """Add pair variables for tied pairs that a solution counts too cheaply."""
    n, x = model.seats.sizes[s], point.x
    if n < 2:
        return
    inside = term.tied[point.support][:, point.support].toarray()
    for i, j in zip(*np.nonzero(np.triu(inside)), strict=True):
        a, b = int(point.support[i]), int(point.support[j])
        pair = f"y_{s}_{a}_{b}"
        if x[a] + x[b] - 1 > point.tolerance and pair not in model.boxes:
            model.boxes[pair] = (0.0, 1.0)
            both = Coefficients(np.array([a, b]), np.ones(2))
            model.rows.append(LinearRow({s: both}, {pair: -1.0}, high=1.0))
            model.grow(("ties", s), pair, 2 / (n * (n - 1)), 1.0)


class StrangersPart(NamedTuple):
    """Ties, and how many each actor has to the members.

    Attributes
    ----------
    start, to : the ties by actor, compressed
    gain : (S,) floats, lost for each ordered pair that is tied
    known : (S, A) ints, ties to the members; acquainted : (S,) ints, ordered tied pairs
    """

    start: Ints
    to: Ints
    gain: Floats
    known: Ints
    acquainted: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Strangers, float]]]) -> StrangersPart:
    """Take one table of ties; what it could give is a constant from which ties take off."""
    gain, count = np.zeros(len(held)), ground.pool.size
    ties: csr_array | None = None
    for s, terms in enumerate(held):
        n = ground.sizes[s]
        for term, share in terms:
            ground.constant[s] += share * (1 if n > 1 else NOTHING_TO_JUDGE)
            if n > 1:
                gain[s] += share / (n * (n - 1))
                ties = term.tied
    start, to = compress(csr_array((count, count)) if ties is None else ties)
    known = np.zeros((len(held), count), dtype=np.int64)
    return StrangersPart(start, to, gain, known, np.zeros(len(held), dtype=np.int64))


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.known[s] = 0
    p.acquainted[s] = 0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    p.acquainted[s] += 2 * p.known[s, a]
    for k in range(p.start[a], p.start[a + 1]):
        p.known[s, p.to[k]] += 1


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    for k in range(p.start[a], p.start[a + 1]):
        p.known[s, p.to[k]] -= 1
    p.acquainted[s] -= 2 * p.known[s, a]


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Take off what the ties cost."""
    return total - p.gain[s] * p.acquainted[s]


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Exchange one actor's ties."""
    acquainted = p.known[s, x] - p.known[s, i]
    if p.known[s, x] > 0 and is_tied(p.start, p.to, x, i):
        acquainted -= 1
    return total - p.gain[s] * (p.acquainted[s] + 2 * acquainted)


def measure_each(term: Strangers, members: Ints) -> Floats:
    """Give each coalition's share of pairs without a tie."""
    n = members.shape[1]
    if n < 2:
        return np.full(len(members), NOTHING_TO_JUDGE)
    present, own = renumber(members)
    known = sum_pairs(pick_dense(term.tied, present, present), own)
    values: Floats = 1 - 2 * known / (n * (n - 1))
    return values


SHAPE = Shape(
    key="strangers",
    position=40,
    term=Strangers,
    box=box_of_pairs,
    add=add,
    cut=cut,
    each=measure_each,
    kernel=Kernel(
        StrangersPart,
        ("known", "acquainted"),
        tabulate,
        table_of=lambda item: id(item[0].tied),
        clear=clear,
        enter=enter,
        leave=leave,
        now=now,
        after=after,
    ),
)
