"""Who would take a seat: the best single replacement of each member, by re-scoring."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem


def totals_of(problem: Problem, members: tuple[Ints, ...]) -> dict[int, float]:
    """Give T of the formed coalitions, by slot."""
    return {s: problem.total(problem.slots[s], m) for s, m in enumerate(members) if len(m)}


def loss_of(problem: Problem, members: tuple[Ints, ...], s: int, leaver: int, comer: int) -> float:
    """Give the fall in F when one actor takes another's seat and nothing else changes."""
    totals = totals_of(problem, members)
    before = problem.objective(list(totals.values()))
    chosen = np.sort(np.where(members[s] == leaver, comer, members[s]))
    totals[s] = problem.total(problem.slots[s], chosen)
    return before - problem.objective(list(totals.values()))


def can_replace(
    problem: Problem, members: tuple[Ints, ...], s: int, leaver: int, comer: int
) -> bool:
    """Say whether a replacement is free, eligible, and makes no rule worse."""
    slot, pool = problem.slots[s], problem.pool
    load = sum(int(comer in chosen) for chosen in members)
    if not slot.allowed[comer] or load >= pool.capacity[comer]:
        return False
    if any(comer in members[t] for t in problem.siblings_of(s)):
        return False
    if any(actor == leaver and s in slots for actor, slots in problem.pins):
        return False
    after = np.sort(np.where(members[s] == leaver, comer, members[s]))
    return all(
        rule.shortfall(pool, after) <= rule.shortfall(pool, members[s]) for rule in slot.rules
    )


def losses(problem: Problem, members: tuple[Ints, ...], s: int) -> Floats:
    """Give the fall in F of every single replacement in a slot: (n, A)."""
    totals = totals_of(problem, members)
    now = problem.objective(list(totals.values()))
    others = [total for t, total in totals.items() if t != s]
    after = problem.replaced(problem.slots[s], members[s])
    mean = (after + sum(others)) / len(totals)
    worst = np.minimum(after, min(others, default=np.inf))
    result: Floats = now - (1 - problem.balance) * mean - problem.balance * worst
    return result


@dataclass(frozen=True)
class LeastLoss:
    """The least fall in F with which an actor takes a seat, and who leaves it."""

    loss: float
    leaver: int


def least_loss(
    problem: Problem,
    members: tuple[Ints, ...],
    s: int,
    comer: int,
    table: Floats,
    below: float = np.inf,
) -> LeastLoss | None:
    """Give the least fall in F when an actor takes a seat of a slot; None where it can't.

    Parameters
    ----------
    table : (n, A) float array
        The slot's `losses`.
    below : float
        A fall as large as this is of no interest.
    """
    for i in np.argsort(np.round(table[:, comer], 9), kind="stable").tolist():
        loss, leaver = float(table[i, comer]), int(members[s][i])
        if loss >= below:
            return None
        if can_replace(problem, members, s, leaver, comer):
            return LeastLoss(loss, leaver)
    return None


def best_first(table: Floats, row: int) -> Iterator[int]:
    """Give the actors of a row of losses, the smallest first, equals in order of id."""
    yield from np.argsort(np.round(table[row], 9), kind="stable").tolist()


def find_reserves(problem: Problem, members: tuple[Ints, ...], s: int) -> dict[int, int]:
    """Give the best replacement of each member of a slot that has one."""
    table, reserves = losses(problem, members, s), {}
    for i, leaver in enumerate(members[s].tolist()):
        for comer in best_first(table, i):
            if can_replace(problem, members, s, leaver, comer):
                reserves[leaver] = comer
                break
    return reserves
