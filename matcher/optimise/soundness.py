"""Whether what a solver answers can be: asked of every answer before anything is read of it.

Solvers have bugs. A point that misses a row or a box, a fraction where a whole number is
asked for, an objective that is not the point's, a bound beyond the objective, a number that
is none: none of these is passed on. What is checked is the model as it was stated, not what
a solver has made of it.
"""

from itertools import chain
from math import isfinite, isnan

import numpy as np
import pulp
from scipy.sparse import csr_array

from matcher.core.arrays import Floats
from matcher.core.certifying import ROUNDING
from matcher.optimise.solution import Solution
from models.errors import SolverFailure

FEASIBLE = 1e-6
"""By how much a point may miss a row or a box, by what the row sums up where that is above 1."""
INTEGRAL = 1e-5
"""How far from a whole number an integer variable may be."""


def refuse_unsound(
    model: pulp.LpProblem, solution: Solution, *, relax: bool, relative_gap: float
) -> None:
    """Refuse an answer that the model does not allow.

    Parameters
    ----------
    relax : bool
        Whether integrality was left out.
    relative_gap : float
        What a proven answer may lie above its bound.

    Raises
    ------
    SolverFailure
        `solver_not_a_number`, `solver_infeasible_point`, `solver_fractional_point`,
        `solver_wrong_objective` or `bound_below_objective`.
    """
    if isnan(solution.bound) or not np.isfinite(list(solution.duals.values())).all():
        raise SolverFailure("solver_not_a_number")
    if not solution.is_feasible:
        return
    variables = model.variables()
    point = np.array([solution.values[v.name] for v in variables])
    if not (np.isfinite(point).all() and isfinite(solution.objective)):
        raise SolverFailure("solver_not_a_number")
    _refuse_outside(model, variables, point)
    if not relax:
        whole = np.array([v.cat == pulp.LpInteger for v in variables], dtype=bool)
        apart = np.where(whole, np.abs(point - np.round(point)), 0.0)
        if (apart > INTEGRAL).any():
            far = int(apart.argmax())
            raise SolverFailure(
                "solver_fractional_point", name=variables[far].name, value=float(point[far])
            )
    _refuse_worth(model, solution, relative_gap)


def _refuse_outside(model: pulp.LpProblem, variables: list[pulp.LpVariable], point: Floats) -> None:
    """Refuse a point that misses a box or a row."""
    boxes = _to_ends([(v.lowBound, v.upBound) for v in variables])
    _refuse_missed([v.name for v in variables], point, np.abs(point), boxes)
    rows = model.constraints()
    place = {v: i for i, v in enumerate(variables)}
    starts = np.cumsum([0, *(len(row.keys()) for row in rows)])
    columns = np.fromiter((place[v] for row in rows for v in row), np.int64, starts[-1])
    values = chain.from_iterable(row.values() for row in rows)
    factors = np.fromiter(values, np.float64, starts[-1])
    matrix = csr_array((factors, columns, starts), (len(rows), len(variables)))
    sides = _to_ends([(row.getLb(), row.getUb()) for row in rows])
    _refuse_missed([row.name for row in rows], matrix @ point, abs(matrix) @ abs(point), sides)


def _to_ends(ends: list[tuple[float | None, float | None]]) -> tuple[Floats, Floats]:
    """Give lower and upper ends, open ones as infinities."""
    low = np.array([-np.inf if one is None else one for one, _ in ends])
    high = np.array([np.inf if other is None else other for _, other in ends])
    return low, high


def _refuse_missed(
    names: list[str], values: Floats, scale: Floats, ends: tuple[Floats, Floats]
) -> None:
    """Refuse values outside their ends."""
    low, high = ends
    missed = np.maximum(low - values, values - high) / np.maximum(1.0, scale)
    if (missed > FEASIBLE).any():
        raise SolverFailure("solver_infeasible_point", name=names[int(missed.argmax())])


def _refuse_worth(model: pulp.LpProblem, solution: Solution, relative_gap: float) -> None:
    """Refuse an objective that is not the point's, and a bound that it contradicts."""
    parts = np.array([factor * solution.values[v.name] for v, factor in model.objective.items()])
    leeway = FEASIBLE * max(1.0, float(np.abs(parts).sum()))
    if abs(parts.sum() - solution.objective) > leeway:
        raise SolverFailure(
            "solver_wrong_objective", stated=solution.objective, found=float(parts.sum())
        )
    left = solution.objective - solution.bound
    allowed = relative_gap * abs(solution.objective) + ROUNDING
    if left < -max(ROUNDING, leeway) or (solution.is_proven and left > max(allowed, leeway)):
        raise SolverFailure(
            "bound_below_objective", objective=-solution.objective, bound=-solution.bound
        )
