"""The best of the listed coalitions, at every balance, with a bound.

What reduced costs say cannot be part of anything better than the incumbent is left out; the
few coalitions that stay are an integer program, which is solved to the end. Between balance
0 and 1 the mean bounds the worst from above, and with the incumbent from below. At balance 1
the worst T is at most the mean of what counts up to a cap, where the cap is any bound of the
worst, so each bound makes a better cap; the levels are then found by halving.
"""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from matcher.core.arrays import Ints
from matcher.core.certifying import certify
from matcher.optimise.coefficients import Coefficients
from matcher.optimise.leximin import EPS, SETTLED, levels_of
from matcher.optimise.partition import (
    MISSED,
    PROVEN,
    Partition,
    PartitionAim,
    PartitionRow,
    Relaxed,
)
from matcher.optimise.search import Grouping
from models.ports.progress import Progress

CAPS = 20
"""Bounds of the worst coalition that are tried for a cap."""


def choose_listed(
    partition: Partition,
    incumbent: Grouping,
    *,
    columns: int,
    nodes: int,
    until: float,
    progress: Progress,
) -> tuple[Grouping, float, float] | None:
    """Choose the best coalitions from lists.

    Parameters
    ----------
    incumbent : Grouping
        One that keeps to the seats.
    columns, nodes : int
        Of the integer program, at most.

    Returns
    -------
    grouping, bound, bound of the relaxation
        None where the incumbent is not in the lists.
    """
    if not partition.enter(incumbent.members):
        return None
    aim, relaxed = _relax(partition, incumbent, until, progress)
    value = relaxed.bound
    floor = -np.inf if incumbent.missing else incumbent.objective
    left = until - monotonic()
    if value - floor <= PROVEN or left <= 0 or progress.is_cancelled():
        return incumbent, value, relaxed.bound
    kept, is_whole = _near(partition, relaxed, floor, columns)
    progress.report("stage_solving", 0, 1)
    if partition.problem.balance == 1 and is_whole:
        incumbent, value = _raise_worst(partition, incumbent, value, kept, nodes, until)
        return incumbent, value, relaxed.bound
    is_known = partition.problem.balance < 1 and not incumbent.missing
    found, proven = partition.choose(aim, kept, nodes, left, known=floor if is_known else None)
    if found is not None and not found.missing and found.objective > floor:
        incumbent, floor = found, found.objective
    if is_whole and proven is not None:
        value = min(value, proven if incumbent.missing else certify(floor, proven))
    return incumbent, value, relaxed.bound


def _raise_worst(
    partition: Partition,
    best: Grouping,
    value: float,
    kept: Sequence[Ints],
    nodes: int,
    until: float,
) -> tuple[Grouping, float]:
    """Raise the worst coalition by halving what it may reach; give a bound of it, too."""
    totals = [each.totals[own] for each, own in zip(partition.lists, kept, strict=True)]
    floor = -np.inf if best.missing else best.objective
    between = np.unique(np.concatenate(totals))
    between = between[(between > floor + PROVEN) & (between <= value + PROVEN)]
    while len(between):
        middle = len(between) // 2
        near = [own[total >= between[middle]] for own, total in zip(kept, totals, strict=True)]
        left = until - monotonic()
        if left <= 0:
            return best, float(between[-1])
        found, proven = partition.choose(PartitionAim(1.0), near, nodes, left)
        if found is not None and not found.missing:
            best = found
            between = between[between > best.objective + PROVEN]
        elif proven == -np.inf:
            between = between[:middle]
        else:
            return best, float(between[-1])
    return best, best.objective if not best.missing else value


def _relax(
    partition: Partition, incumbent: Grouping, until: float, progress: Progress
) -> tuple[PartitionAim, Relaxed]:
    """Bound F, and give what is to be aimed at for it."""
    balance, aim = partition.problem.balance, PartitionAim(1.0)
    relaxed = partition.relax(aim, until, progress)
    if balance == 0:
        return aim, relaxed
    floor = -np.inf
    if not incumbent.missing:
        levels = levels_of(partition.problem, incumbent.members)
        certify(sum(levels) / len(levels), relaxed.bound)
        floor = incumbent.objective - PROVEN
    partition.drop_below((floor - (1 - balance) * relaxed.bound) / balance - MISSED)
    most = min(float(each.totals.max()) for each in partition.lists)
    high = min(relaxed.bound, most)
    if balance < 1:
        low = min(float(each.totals.min()) for each in partition.lists)
        aim = PartitionAim(1 - balance, balance, min(low, high), high)
        return aim, partition.relax(aim, until, progress)
    for _ in range(CAPS):
        aim = PartitionAim(1.0, cap=high)
        relaxed = partition.relax(aim, until, progress)
        excess = max(0.0, relaxed.bound - high)
        falls = tuple(np.maximum(0.0, each - excess) for each in relaxed.falls)
        relaxed = Relaxed(relaxed.bound - excess, falls)
        if relaxed.bound > high - PROVEN or relaxed.bound <= floor + 2 * PROVEN:
            break
        high = relaxed.bound
    return aim, relaxed


def _near(
    partition: Partition, relaxed: Relaxed, floor: float, columns: int
) -> tuple[list[Ints], bool]:
    """Give the coalitions that could be part of something better, and whether they are all."""
    kept = [
        np.flatnonzero(active & (relaxed.bound - falls >= floor - PROVEN))
        for active, falls in zip(partition.active, relaxed.falls, strict=True)
    ]
    if sum(map(len, kept)) <= columns:
        return kept, True
    falls = [fall[own] for fall, own in zip(relaxed.falls, kept, strict=True)]
    most = np.sort(np.concatenate(falls))[columns]
    return [
        np.union1d(own[fall < most], active)
        for own, fall, active in zip(kept, falls, partition.kept, strict=True)
    ], False


def raise_listed(
    partition: Partition, best: Grouping, *, columns: int, nodes: int, until: float
) -> Grouping | None:
    """Raise the second-worst coalition, then the third, and so on, at balance 1.

    A level is searched for by halving between what is reached and what the mean leaves to
    it: some coalitions are chosen of which few enough lie below, or there are none.

    Parameters
    ----------
    best : Grouping
        With the best worst coalition that is known.
    columns, nodes : int
        Of each integer program, at most.

    Returns
    -------
    Grouping
        None where there are too many coalitions.
    """
    problem = partition.problem
    partition.drop_below(levels_of(problem, best.members)[0] - SETTLED)
    kept = [np.flatnonzero(active) for active in partition.active]
    if sum(map(len, kept)) > columns:
        return None
    totals = np.concatenate(
        [each.totals[own] for each, own in zip(partition.lists, kept, strict=True)]
    )
    held: list[PartitionRow] = []
    everywhere: dict[int, Coefficients | None] = dict.fromkeys(range(len(kept)))
    for level in range(1, partition.formed):
        reached = levels_of(problem, best.members)
        settled = PartitionRow(
            everywhere, high=float(level - 1), weight="below", least=reached[level - 1] - SETTLED
        )
        held.append(settled)
        open_ = np.unique(totals[totals > reached[level] + EPS])
        while len(open_):
            middle = len(open_) // 2
            asked = PartitionRow(
                everywhere, high=float(level), weight="below", least=float(open_[middle]) - EPS
            )
            left = until - monotonic()
            if left <= 0:
                return best
            found, proven = partition.choose(PartitionAim(1.0), kept, nodes, left, [*held, asked])
            if found is not None and not found.missing:
                best = found
                open_ = open_[open_ > levels_of(problem, best.members)[level] + EPS]
            elif proven == -np.inf:
                open_ = open_[:middle]
            else:
                break
    return best
