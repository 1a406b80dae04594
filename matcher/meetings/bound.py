"""How many different pairs can meet at most.

Three arguments, of which the sharpest counts:

- Nobody can meet more people than there are, nor more than sit in its rooms.
- Pigeonholes: a room of one round that is spread over the rooms of another leaves pairs
  together. Counting every pair of rounds, a pair that meets m times is such a coincidence
  m(m − 1)/2 times, at the cost of m − 1 repeats; so there are at least 2/R repeats for each
  coincidence over R rounds.
- A linear program: the rooms that each one sits in are a word of R letters, and two people
  meet in the rounds in which their words agree. It looks for the best mixture of people who
  agree with so many others 0, 1, 2, … times, in whole numbers, that has the pigeonholes'
  coincidences and fulfils the inequalities of Delsarte that every set of words does.

References
----------
Delsarte, P. (1973), An algebraic approach to the association schemes of coding theory,
Philips Research Reports Supplements 10: the linear programming bound.
"""

from collections.abc import Iterator
from itertools import combinations, islice
from math import ceil, comb, floor

import numpy as np

from matcher.core.arrays import Floats
from matcher.meetings.seating import AWAY, Gathering, share_rooms

MOST_TYPES = 20_000
"""With more kinds of people than this the program counts in fractions of people."""
SLACK = 1e-6
"""What a sum may fall short of a whole number by rounding."""


def bound_pairs(gathering: Gathering, most: int | None = None) -> int:
    """Give a proven upper bound of the number of different pairs that meet.

    Parameters
    ----------
    gathering : Gathering
    most : int, optional
        How often a pair may meet; without it as often as there are rounds.
    """
    rounds = len(gathering.kept) + gathering.rounds
    often = max(1, min(rounds, most or rounds))
    repeats = ceil(2 * _count_coincidences(gathering) / often - SLACK)
    bounds = [_bound_by_company(gathering), count_slots(gathering) - repeats]
    if gathering.is_open and gathering.is_even and rounds > 1:
        words = _bound_by_words(gathering, often)
        bounds += [] if words is None else [words]
    return min(bounds)


def bound_coincidences(gathering: Gathering) -> int:
    """Give a lower bound of the sum of m(m − 1)/2 over pairs that meet m times."""
    each, more = divmod(count_slots(gathering), max(1, comb(gathering.count, 2)))
    pairs = comb(gathering.count, 2)
    return max(_count_coincidences(gathering), pairs * comb(each, 2) + more * each)


def count_slots(gathering: Gathering) -> int:
    """Count pairs in rooms over all rounds, as often as they share one."""
    held = int(share_rooms(gathering.kept).sum()) // 2
    return held + sum(comb(size, 2) for sizes in gathering.sizes for size in sizes)


def _bound_by_company(gathering: Gathering) -> int:
    """Count whom each one can meet: those ever there together, and those in its rooms."""
    there = np.vstack([gathering.kept != AWAY, gathering.present]).astype(np.int64)
    together = there.T @ there > 0
    np.fill_diagonal(together, False)
    partners = together.sum(axis=1)
    largest = np.array([max(sizes) - 1 for sizes in gathering.sizes], dtype=np.int64)
    seats = largest @ gathering.present
    before = (share_rooms(gathering.kept) > 0).sum(axis=1)
    return int(np.minimum(partners, before + seats).sum()) // 2


def _count_coincidences(gathering: Gathering) -> int:
    """Count, at least, in how many pairs of rounds pairs share a room in both."""
    held = [tuple(np.bincount(row[row != AWAY]).tolist()) for row in gathering.kept]
    sizes = [*held, *gathering.sizes]
    there = np.vstack([gathering.kept != AWAY, gathering.present])
    before = share_rooms(gathering.kept)
    coincidences = int((before * (before - 1)).sum()) // 4
    for r, s in combinations(range(len(sizes)), 2):
        if s >= len(held):
            common = int((there[r] & there[s]).sum())
            coincidences += coincide(common, sizes[r], sizes[s])
    return coincidences


def coincide(common: int, one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """Count the pairs, at least, that share a room in either of two rounds.

    Parameters
    ----------
    common : int
        How many are there in both.
    one, other : tuple of int
        Sizes of the rooms.
    """
    least = _pairs_over(common, len(one) * len(other))
    if common == sum(one) == sum(other):
        by_one = sum(_pairs_over(size, len(other)) for size in one)
        by_other = sum(_pairs_over(size, len(one)) for size in other)
        least = max(least, by_one, by_other)
    return least


def _pairs_over(count: int, cells: int) -> int:
    """Count the pairs that stay together when so many are spread over cells as evenly as can be."""
    each, more = divmod(count, cells)
    return (cells - more) * comb(each, 2) + more * comb(each + 1, 2)


def _bound_by_words(gathering: Gathering, often: int) -> int | None:
    """Bound the linear program over kinds of people, for rounds with the same rooms.

    Rows are scaled, since their coefficients grow with the power of the rounds. The bound is
    that of the duals, clipped to the right signs, so that it holds whatever the solver's
    answer is worth; None where it has none.
    """
    from scipy.optimize import linprog

    count, rounds, sizes = gathering.count, gathering.rounds, gathering.sizes[0]
    agreements = range(rounds + 1)
    kinds = _list_kinds(count, rounds, sizes, often)
    rows, least = [], []
    for k in range(1, rounds + 1):
        weights = np.array([_krawtchouk(k, rounds - m, rounds, len(sizes)) for m in agreements])
        rows.append(kinds @ weights)
        least.append(-weights[-1])
    for g in range(2, rounds + 1):
        rows.append(kinds @ np.array([comb(m, g) for m in agreements]))
        held = _pairs_over(count, len(sizes) ** g)
        if g == 2:
            held = coincide(count, sizes, sizes)
        least.append(2 * comb(rounds, g) * held / count)
    seats = rounds * sum(size * (size - 1) for size in sizes) / count
    scale = np.maximum(1.0, np.abs(np.array(rows, dtype=float)).max(axis=1))
    costs = -kinds[:, 1:].sum(axis=1)
    upper = -np.array(rows, dtype=float) / scale[:, None], -np.array(least, dtype=float) / scale
    equal = np.array([kinds.sum(axis=1), kinds @ np.array(agreements)]), [count - 1, seats]
    result = linprog(
        costs, A_ub=upper[0], b_ub=upper[1], A_eq=equal[0], b_eq=equal[1], method="highs"
    )
    if result.status != 0:
        return None
    over, exactly = np.minimum(0.0, result.ineqlin.marginals), result.eqlin.marginals
    reduced = costs - over @ upper[0] - exactly @ equal[0]
    most = (count - 1) / np.maximum(1.0, kinds.sum(axis=1))
    value = over @ upper[1] + exactly @ equal[1] + np.minimum(0.0, reduced) @ most
    return floor(-float(value) * count / 2 + SLACK) if np.isfinite(value) else None


def _list_kinds(count: int, rounds: int, sizes: tuple[int, ...], often: int) -> Floats:
    """List with how many others one can agree 0, 1, … R times, a row each.

    Where there are too many kinds, the rows are single others: fractions of people.
    """
    seats = (rounds * (min(sizes) - 1), rounds * (max(sizes) - 1))
    listed = list(islice(_kinds(count - 1, often, *seats), MOST_TYPES + 1))
    kinds = np.eye(often + 1) if len(listed) > MOST_TYPES else np.array(listed, dtype=float)
    return np.pad(kinds, ((0, 0), (0, rounds - often)))


def _kinds(others: int, most: int, least: int, top: int) -> Iterator[tuple[int, ...]]:
    """Yield (k_0, …, k_most) that add up to the others, with Σ m·k_m between least and top."""
    if most == 1:
        for once in range(max(0, least), min(others, top) + 1):
            yield others - once, once
        return
    for times in range(min(others, top // most) + 1):
        if (others - times) * (most - 1) < least - times * most:
            continue
        for kind in _kinds(others - times, most - 1, least - times * most, top - times * most):
            yield (*kind, times)


def _krawtchouk(k: int, x: int, length: int, letters: int) -> int:
    """Give the value of a Krawtchouk polynomial."""
    return sum(
        (-1) ** j * (letters - 1) ** (k - j) * comb(x, j) * comb(length - x, k - j)
        for j in range(k + 1)
    )
