"""An upper bound of F that holds for the whole pool, and the columns worth keeping.

Column generation on the linear relaxation. In every round the duals, with the wrong signs
clipped, are Lagrange multipliers: what is left falls apart into boxes and, per coalition,
its n cheapest actors of the whole pool, so the bound is valid for columns that were never
in the model and whatever the solver's tolerances (Lübbecke and Desrosiers 2005, §2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

import numpy as np
import pulp

from matcher.core.arrays import Bools, Floats, Ints
from matcher.optimise.coefficients import single
from matcher.optimise.model import LinearRow, Model
from matcher.optimise.rows import separate
from matcher.optimise.solution import Solution
from matcher.optimise.solver import solve
from models.ports.progress import Progress

FIRST_COLUMNS = 40
COLUMNS_PER_ROUND = 25
STALLED = 1e-6
LARGE, SLOW = 5_000, 1e-5
"""With more columns than this, rounds that lower the bound by less are left out."""


@dataclass(frozen=True, eq=False)
class Bound:
    """A proven upper bound with what it says of single actors.

    Attributes
    ----------
    value : float
        No grouping with the settled seats has a larger F.
    reduced_costs : (S, A) float array
        F is at most `value - reduced_costs[s, a]` with the actor in the slot.
    relaxed : (S, A) float array
        The relaxation's members.
    set_reduced_costs : dict of int to (Z,) float array
        Likewise by slot with each set of times as its best.
    pressed : dict of int to float
        By slot, how much of the worst coalition's share of F it bears.
    """

    value: float
    reduced_costs: Floats
    relaxed: Floats
    set_reduced_costs: dict[int, Floats] = field(default_factory=dict)
    pressed: dict[int, float] = field(default_factory=dict)


def rows_over(model: Model, kept: Bools) -> dict[str, LinearRow]:
    """Give all rows over the kept columns by lasting names.

    Beside the model's own these are the rows over slots of single actors: capacities,
    siblings and pins, where the kept columns can break them.
    """
    problem = model.problem
    rows = {f"row_{i}": row for i, row in enumerate(model.rows)}
    load = kept.sum(axis=0)

    for a in np.flatnonzero(load > problem.pool.capacity).tolist():
        rows[f"capacity_{a}"] = LinearRow(
            dict.fromkeys(model.formed, single(a)), {}, high=float(problem.pool.capacity[a])
        )
    for group in problem.siblings:
        members = [s for s in group if s in model.formed]
        if len(members) > 1:
            shared = kept[members].sum(axis=0)
            for a in np.flatnonzero(shared > 1).tolist():
                rows[f"siblings_{members[0]}_{a}"] = LinearRow(
                    dict.fromkeys(members, single(a)), {}, high=1.0
                )
    for i, (a, pinned) in enumerate(problem.pins):
        members = [s for s in pinned if s in model.formed]
        rows[f"pin_{i}"] = LinearRow(dict.fromkeys(members, single(a)), {}, 1.0, 1.0)
    return rows


def to_pulp(
    model: Model, kept: Bools, rows: dict[str, LinearRow], sets: Mapping[int, Ints] | None = None
) -> pulp.LpProblem:
    """Write the model over the kept columns as a PuLP problem.

    Every variable has a place in its objective, if only at no cost: PuLP forgets one that is
    neither there nor in a row, and whoever reads the answer asks for all of them.

    Parameters
    ----------
    sets : mapping of int to int array, optional
        By slot, sets of times of which one is the best, to tell its members apart by.
    """
    lp = pulp.LpProblem("members", pulp.LpMinimize)
    x: dict[int, dict[int, pulp.LpVariable]] = {
        s: {
            a: lp.add_variable(f"x_{s}_{a}", 0, 1, cat="Integer")
            for a in np.flatnonzero(kept[s]).tolist()
        }
        for s in model.formed
    }
    others = {
        name: lp.add_variable(
            name, low, high, cat="Integer" if name in model.integers else "Continuous"
        )
        for name, (low, high) in model.boxes.items()
    }
    columns = {s: np.flatnonzero(kept[s]) for s in model.formed}
    costs = [(x[s][a], float(model.costs[s, a])) for s in model.formed for a in x[s]]
    costs += [(variable, model.other_costs.get(name, 0.0)) for name, variable in others.items()]
    lp.setObjective(pulp.LpAffineExpression(costs))
    for name, row in rows.items():
        terms = [(others[other], value) for other, value in row.others.items()]
        for s, coefficients in row.x.items():
            values = coefficients.at(columns[s])
            used = np.flatnonzero(values)
            actors, factors = columns[s][used].tolist(), values[used].tolist()
            terms += [(x[s][a], factor) for a, factor in zip(actors, factors, strict=True)]
        expression = pulp.LpAffineExpression(terms)
        if row.low == row.high:
            lp += expression == row.high, name
        elif np.isfinite(row.high):
            lp += expression <= row.high, name
        if row.low != row.high and np.isfinite(row.low):
            lp += expression >= row.low, f"{name}_low"
    for s in model.formed:
        lp += pulp.lpSum(x[s].values()) == model.seats.sizes[s], f"size_{s}"
    for s, listed in (sets or {}).items():
        times = model.times[s]
        times.write(lp, s, x[s], others[times.name], listed)
    return lp


def members_of(model: Model, solution: Solution) -> Floats:
    """Give the members of a solution: (S, A)."""
    x = np.zeros(model.costs.shape)
    for name, value in solution.values.items():
        if name.startswith("x_"):
            _, s, a = name.split("_")
            x[int(s), int(a)] = value
    return x


def mark_allowed(model: Model) -> Bools:
    """Say who may be in which slot: (S, A)."""
    allowed = np.zeros(model.costs.shape, dtype=bool)
    for s in model.formed:
        allowed[s] = model.problem.slots[s].allowed & (model.problem.pool.capacity > 0)
    return allowed


def bound_objective(
    model: Model,
    start: tuple[Ints, ...],
    rounds: int,
    progress: Progress,
    until: float = float("inf"),
) -> Bound:
    """Bound F by column generation with cuts.

    Parameters
    ----------
    start : tuple of int arrays
        Members by slot of a feasible grouping; their columns are in from the beginning.
    rounds : int
        Linear programs that may be solved.
    until : float
        Monotonic clock's time of the safety stop.
    """
    can = mark_allowed(model)
    kept = _first_columns(model, start, can)
    for s, times in model.times.items():
        times.begin(start[s])
    best = Bound(1.0, np.zeros(model.costs.shape), np.zeros(model.costs.shape))
    basis, last = None, -np.inf
    for done in range(rounds):
        if progress.is_cancelled() or monotonic() > until:
            break
        rows = rows_over(model, kept)
        sets = {s: times.entered for s, times in model.times.items()}
        lp = to_pulp(model, kept, rows, sets)
        solution = solve(lp, model.problem.solver, relax=True, basis=basis)
        if not solution.is_feasible:
            break
        basis = solution.basis
        found, fresh = _price(model, rows, solution, can, kept)
        if found.value < best.value:
            best = found
        cuts = separate(model, found.relaxed, solution.values, apart=sets)
        kept |= fresh
        progress.report("stage_bounding", done + 1, rounds)
        grown = any(len(times.active) > len(sets[s]) for s, times in model.times.items())
        is_tight = best.value + solution.objective < STALLED
        if (is_tight and not cuts) or not (cuts or grown or fresh.any()):
            break
        slack = max(best.value + solution.objective, solution.objective - last)
        if kept.sum() > LARGE and slack < SLOW:
            break
        last = solution.objective
    return best


def _first_columns(model: Model, start: tuple[Ints, ...], can: Bools) -> Bools:
    kept = np.zeros(can.shape, dtype=bool)
    for s in model.formed:
        ranked = np.argsort(np.where(can[s], model.costs[s], np.inf), kind="stable")
        kept[s, ranked[:FIRST_COLUMNS]] = True
        kept[s] &= can[s]
        kept[s, start[s]] = True
    for a, group in model.problem.pins:
        for s in group:
            kept[s, a] |= can[s, a]
    return kept


def _price(
    model: Model, rows: dict[str, LinearRow], solution: Solution, can: Bools, kept: Bools
) -> tuple[Bound, Bools]:
    """Turn duals into a bound, and find the columns that could improve the relaxation."""
    reduced = model.costs.copy()
    other = {name: model.other_costs.get(name, 0.0) for name in model.boxes}
    total = 0.0
    for row_name, row in rows.items():
        high = solution.duals.get(row_name, 0.0)
        low = max(0.0, solution.duals.get(f"{row_name}_low", 0.0))
        if row.low != row.high:
            high = min(0.0, high)
        for dual, side in ((high, row.high), (low, row.low)):
            if dual == 0.0:
                continue
            total += dual * side
            for s, coefficients in row.x.items():
                coefficients.subtract(reduced[s], dual)
            for name, value in row.others.items():
                other[name] -= dual * value
    come = {times.name: other.pop(times.name) for times in model.times.values()}
    for name, cost in other.items():
        low_end, high_end = model.boxes[name]
        total += cost * (low_end if cost > 0 else high_end)
    reduced_costs, set_reduced_costs = np.zeros(reduced.shape), dict[int, Floats]()
    fresh = np.zeros(reduced.shape, dtype=bool)
    for s in model.formed:
        n = model.seats.sizes[s]
        priced = np.where(can[s], reduced[s], np.inf)
        if s in model.times:
            times = model.times[s]
            worth = max(0.0, -come[times.name]) / times.scale
            found = times.price(priced, worth)
            total += found.least
            reduced_costs[s], set_reduced_costs[s] = found.reduced_costs, found.sums - found.least
            fresh[s] = times.enter(priced, worth, found, kept[s])
            continue
        ranked = np.argsort(priced, kind="stable")
        total += float(priced[ranked[:n]].sum())
        reduced_costs[s] = np.maximum(0.0, priced - priced[ranked[n - 1]])
        size_dual = solution.duals.get(f"size_{s}", 0.0)
        better = [a for a in ranked.tolist() if not kept[s, a] and priced[a] < size_dual - 1e-9]
        fresh[s, better[:COLUMNS_PER_ROUND]] = True
    pressing = {row: s for s, row in model.least.items()}
    pressed = {
        pressing[row]: max(0.0, -solution.duals.get(name, 0.0))
        for name, row in rows.items()
        if row in pressing
    }
    return Bound(
        -total, reduced_costs, members_of(model, solution), set_reduced_costs, pressed
    ), fresh
