"""The mean of members' own numbers, in the linear model and in the search."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.criteria.shapes.linear import Linear
from matcher.optimise.compiling import inner
from matcher.optimise.kernel import Ground, Kernel
from matcher.optimise.shape import Shape


def weigh(term: Linear, gain: float, n: int) -> Floats:
    """Give what a member of n adds by itself: (A,)."""
    return gain * term.values / n


class LinearPart(NamedTuple):
    """`worth` (S, A), what a member adds to T by itself; `sum` (S,) of the members'."""

    worth: Floats
    sum: Floats


def tabulate(ground: Ground, held: Sequence[Sequence[tuple[Linear, float]]]) -> LinearPart:
    """Add up what each actor is worth to each slot."""
    worth = np.zeros((len(held), ground.pool.size))
    for s, terms in enumerate(held):
        for term, gain in terms:
            worth[s] += weigh(term, gain, ground.sizes[s])
    return LinearPart(worth, np.zeros(len(held)))


@inner()
def clear(p, at, s, a):  # type: ignore[no-untyped-def]
    """Empty a slot."""
    p.sum[s] = 0.0


@inner()
def enter(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor in."""
    p.sum[s] += p.worth[s, a]


@inner()
def leave(p, at, s, a):  # type: ignore[no-untyped-def]
    """Count an actor out."""
    p.sum[s] -= p.worth[s, a]


@inner()
def now(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Add the sum."""
    return total + p.sum[s]


@inner(forceinline=True)
def after(p, at, total, s, i, x):  # type: ignore[no-untyped-def]
    """Exchange one number in the sum."""
    return total + p.sum[s] - p.worth[s, i] + p.worth[s, x]


def measure_each(term: Linear, members: Ints) -> Floats:
    """Give the mean of each coalition."""
    means: Floats = term.values[members].mean(axis=1)
    return means


SHAPE = Shape(
    key="linear",
    position=10,
    term=Linear,
    weigh=weigh,
    each=measure_each,
    kernel=Kernel(
        LinearPart, ("sum",), tabulate, clear=clear, enter=enter, leave=leave, now=now, after=after
    ),
)
