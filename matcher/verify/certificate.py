"""Objective, bound, gap, and whether status and end go with them."""

import re
from collections.abc import Iterator

from matcher.verify.difference import (
    Difference,
    compare_numbers,
    compare_values,
    difference,
)
from models.proposals import Certificate, EndedBy, Solver, Status

PROVEN = 2
"""Units of the sixth decimal that a proven objective may lie under its bound."""
SMALLEST = 1e-3
"""What a bound counts as, at least, when a gap is taken of it."""
_NAMES = {Solver.HIGHS: "HiGHS", Solver.CBC: "CBC"}


def check_certificate(
    stated: Certificate, objective: float, *, is_relaxed: bool, solver: Solver
) -> Iterator[Difference]:
    """Compare a certificate with the objective that the members have.

    The bound can't be proven again; it must not lie below the objective.
    """
    yield from compare_numbers("certificate.objective", stated.objective, objective)
    left = stated.bound - stated.objective
    if left < 0:
        yield difference("certificate.bound", stated.bound, f"at least {stated.objective}")
    gap = left / max(abs(stated.bound), SMALLEST)
    yield from compare_numbers("certificate.gap", stated.gap, gap)
    is_proven = round(left * 1e6, 3) <= PROVEN
    best = Status.OPTIMAL if is_proven else Status.FEASIBLE
    status = Status.RELAXED if is_relaxed else best
    yield from compare_values("certificate.status", str(stated.status), str(status))
    if (stated.ended_by is EndedBy.OPTIMAL) is not is_proven:
        computed = "optimal" if is_proven else "work, time or cancel"
        yield difference("certificate.ended_by", str(stated.ended_by), computed)
    if not re.fullmatch(rf"{_NAMES[solver]} [0-9]+(\.[0-9]+)*", stated.solver):
        yield difference("certificate.solver", stated.solver, str(solver))
