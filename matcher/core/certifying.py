"""Upper bounds beside what has been reached: where a bound may be clamped, and where it lies.

A bound that lies below an answer is false, whoever gave it: a solver, a model that leaves
something out, a document. Only what rounding can do is taken away; beyond that nothing is
said at all, since a gap, a status or a price drawn from such a bound would be false, too.
"""

from math import isfinite

from models.errors import SolverFailure

ROUNDING = 1e-6
"""By how much a bound may lie below what is reached: a unit of the last published decimal."""
SMALLEST = 1e-3
"""What a bound counts as at least when a gap is measured by it."""


def certify(objective: float, bound: float) -> float:
    """Give an upper bound that does not lie below what is reached.

    Parameters
    ----------
    objective : float
        What a solution at hand is worth, to be maximised.
    bound : float
        What nothing is said to be worth more than.

    Raises
    ------
    SolverFailure
        `bound_below_objective` where they differ by more than rounding,
        `solver_not_a_number` where one of them is none.

    Examples
    --------
    >>> certify(0.5, 0.75), certify(0.5, 0.5 - 1e-9)
    (0.75, 0.5)
    """
    if not (isfinite(objective) and isfinite(bound)):
        raise SolverFailure("solver_not_a_number")
    if bound < objective - ROUNDING:
        raise SolverFailure("bound_below_objective", objective=objective, bound=bound)
    return max(objective, bound)


def gap_of(objective: float, bound: float) -> float:
    """Give what is left up to a bound, as a share of it.

    Examples
    --------
    >>> gap_of(0.75, 1.0), gap_of(0.0, 0.0)
    (0.25, 0.0)
    """
    return (bound - objective) / max(abs(bound), SMALLEST)


def certify_count(reached: int, bound: int) -> int:
    """Give an upper bound of a count, which has no rounding.

    Raises
    ------
    SolverFailure
        `bound_below_objective` where more is reached.
    """
    if bound < reached:
        raise SolverFailure("bound_below_objective", objective=reached, bound=bound)
    return bound
