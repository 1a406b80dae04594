"""Variety of labels, in the linear model and in the search.

Counts are exact: the square of a whole number lies on the secants through its neighbours.
Beside the first they enter only where a solution misses them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.criteria.shapes.variety import Variety
from matcher.criteria.term import NOTHING_TO_JUDGE
from matcher.optimise.coefficients import listed
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.model import LinearRow, Model, SlotSolution
from matcher.optimise.shape import Shape


def box(term: Variety, n: int) -> tuple[float, float]:
    """Settle what has no pairs or no kinds."""
    if n < 2:
        return NOTHING_TO_JUDGE, NOTHING_TO_JUDGE
    return (0.0, 1.0) if term.kinds > 1 else (0.0, 0.0)


def add(model: Model, s: int, name: str, term: Variety) -> None:
    """Tie the counts of labels to their squares, and these to the value."""
    n = model.seats.sizes[s]
    if not _is_judged(term, n):
        return
    scale = n**2 * term.largest(n)
    squares: dict[str, float] = {name: 1.0}
    for label, marked in _marked(model, s, term):
        most = min(n, int(marked.sum()))
        count, square = _count_of(name, label), _square_of(name, label)
        model.boxes[count], model.boxes[square] = (0.0, float(most)), (0.0, float(most**2))
        squares[square] = 1 / scale
        model.rows.append(LinearRow({s: listed(marked.astype(float))}, {count: -1.0}, 0.0, 0.0))
        _add_secant(model, name, label, 0)
    model.rows.append(LinearRow({}, squares, high=n**2 / scale))


def cut(model: Model, s: int, name: str, term: Variety, point: SlotSolution) -> None:
    """Add the secants at the counts of a solution that it misses."""
    n = model.seats.sizes[s]
    if not _is_judged(term, n):
        return
    missed = point.tolerance * n**2 * term.largest(n)
    for label, _ in _marked(model, s, term):
        count = point.others[_count_of(name, label)]
        k = max(0, int(np.ceil(count - 1e-9)) - 1)
        if (2 * k + 1) * count - k * (k + 1) > point.others[_square_of(name, label)] + missed:
            _add_secant(model, name, label, k)


def complete(model: Model, s: int, name: str, term: Variety) -> None:
    """Add every secant, for solutions in whole numbers of small models."""
    if _is_judged(term, model.seats.sizes[s]):
        for label, _ in _marked(model, s, term):
            for k in range(int(model.boxes[_count_of(name, label)][1])):
                _add_secant(model, name, label, k)


def _is_judged(term: Variety, n: int) -> bool:
    return n > 1 and term.kinds > 1


def _marked(model: Model, s: int, term: Variety) -> Iterator[tuple[int, Bools]]:
    """Give the labels that somebody in reach of a slot has, with who has them."""
    allowed = model.problem.slots[s].allowed
    for label in np.unique(term.labels[allowed]).tolist():
        yield label, (term.labels == label) & allowed


def _count_of(name: str, label: int) -> str:
    return f"c_{name}_{label}"


def _square_of(name: str, label: int) -> str:
    return f"q_{name}_{label}"


def _add_secant(model: Model, name: str, label: int, k: int) -> None:
    """Hold a square above its secant between the counts k and k + 1, once."""
    key = ("secant", name, label, k)
    if key not in model.seen:
        model.seen[key] = None
        others = {_count_of(name, label): 2.0 * k + 1, _square_of(name, label): -1.0}
        model.rows.append(LinearRow({}, others, high=float(k * (k + 1))))


class VarietyPart(NamedTuple):
    """Label sets, and how the members stand in them.

    Attributes
    ----------
    labels : (V, A) ints, label sets
    rows : (S, T) ints, a row of `labels` or -1
    gain, scale : (S, T) floats; T gains gain · min(1, (n² − Σ count²) / scale)
    counts : (S, T, L) ints, members by label; squares : (S, T) ints, the sum of their squares
    """

    labels: Ints
    rows: Ints
    gain: Floats
    scale: Floats
    counts: Ints
    squares: Ints


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Variety, float]]]) -> VarietyPart:
    """List the label sets; what has no pairs to judge is a constant."""
    sets: list[Ints] = []
    listed: list[list[tuple[int, float, float]]] = []
    for s, terms in enumerate(held):
        n = ground.sizes[s]
        listed.append([])
        for term, share in terms:
            if n < 2:
                ground.constant[s] += share * NOTHING_TO_JUDGE
            elif term.kinds > 1:
                row = next((v for v, each in enumerate(sets) if each is term.labels), len(sets))
                if row == len(sets):
                    sets.append(term.labels)
                listed[-1].append((row, share, n**2 * term.largest(n)))
    width = max(1, *(len(each) for each in listed)) if listed else 1
    rows = np.full((len(held), width), -1, dtype=np.int64)
    gain: Floats = np.ones((len(held), width))
    scale: Floats = np.ones((len(held), width))
    for s, each in enumerate(listed):
        for k, numbers in enumerate(each):
            rows[s, k], gain[s, k], scale[s, k] = numbers
    labels = np.array(sets, dtype=np.int64).reshape(-1, ground.pool.size)
    longest = int(labels.max()) + 1 if labels.size else 1
    counts = np.zeros((*rows.shape, longest), dtype=np.int64)
    return VarietyPart(labels, rows, gain, scale, counts, np.zeros_like(rows))


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.counts[s] = 0
    p.squares[s] = 0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    for v in range(p.rows.shape[1]):
        if p.rows[s, v] >= 0:
            label = p.labels[p.rows[s, v], a]
            p.squares[s, v] += 2 * p.counts[s, v, label] + 1
            p.counts[s, v, label] += 1


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    for v in range(p.rows.shape[1]):
        if p.rows[s, v] >= 0:
            label = p.labels[p.rows[s, v], a]
            p.squares[s, v] -= 2 * p.counts[s, v, label] - 1
            p.counts[s, v, label] -= 1


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add the index of the counts."""
    n = at.sizes[s]
    for v in range(p.rows.shape[1]):
        if p.rows[s, v] >= 0:
            total += p.gain[s, v] * min(1.0, (n * n - p.squares[s, v]) / p.scale[s, v])
    return total


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Move one count from the leaver's label to the comer's."""
    n = at.sizes[s]
    for v in range(p.rows.shape[1]):
        row = p.rows[s, v]
        if row >= 0:
            squares = p.squares[s, v]
            one, other = p.labels[row, i], p.labels[row, x]
            if one != other:
                squares += 2 * (p.counts[s, v, other] - p.counts[s, v, one] + 1)
            total += p.gain[s, v] * min(1.0, (n * n - squares) / p.scale[s, v])
    return total


def measure_each(term: Variety, members: Ints) -> Floats:
    """Give each coalition's index, from its pairs of like members."""
    n = members.shape[1]
    if n < 2 or term.kinds < 2:
        return np.full(len(members), NOTHING_TO_JUDGE if n < 2 else 0.0)
    labels = term.labels[members].T
    alike = np.zeros(len(members), dtype=np.int64)
    for one, other in combinations(labels, 2):
        alike += one == other
    squares = (n + 2 * alike).astype(float)
    values: Floats = np.minimum(1.0, (1 - squares / n**2) / term.largest(n))
    return values


SHAPE = Shape(
    key="variety",
    position=20,
    term=Variety,
    box=box,
    add=add,
    cut=cut,
    complete=complete,
    each=measure_each,
    kernel=Kernel(
        VarietyPart,
        ("counts", "squares"),
        tabulate,
        clear=clear,
        enter=enter,
        leave=leave,
        now=now,
        after=after,
    ),
)
