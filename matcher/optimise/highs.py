"""HiGHS, read from the solver itself.

PuLP's own status, bound and duals mislead with HiGHS (a node limit raises, the dual
bound is negated, a stopped run reads as optimal), so the answers are taken from the
`highspy` object. One thread and a fixed seed make the same model give the same answer.
"""

import os
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import highspy
import numpy as np
import pulp

from matcher.core.arrays import Floats
from matcher.optimise.solution import Basis, Solution
from models.errors import SolverFailure


def name_highs() -> str:
    """Give name and version."""
    return f"HiGHS {'.'.join(version('highspy').split('.')[:2])}"


@cache
def _silence_greeting() -> None:
    """Let HiGHS greet, as it does once in a process, where no result is printed."""
    sys.stdout.flush()
    stdout = os.dup(1)
    try:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            pulp.HiGHS(msg=False).createAndConfigureSolver(pulp.LpProblem("greeting"))
    finally:
        os.dup2(stdout, 1)
        os.close(stdout)


def solve_highs(
    model: pulp.LpProblem,
    *,
    relax: bool,
    nodes: int | None,
    seconds: float | None,
    relative_gap: float,
    basis: Basis | None,
    presolve: bool = True,
) -> Solution:
    """Minimise a model with HiGHS; see `solver.solve`."""
    options: dict[str, Any] = {
        "random_seed": 1,
        "mip_rel_gap": relative_gap,
        "mip_abs_gap": 1e-9,
        "mip_feasibility_tolerance": 1e-9,
    }
    if not presolve:
        options["presolve"] = "off"
    if nodes is not None:
        options["mip_max_nodes"] = nodes
    solver = pulp.HiGHS(msg=False, threads=1, mip=not relax, timeLimit=seconds, **options)
    _silence_greeting()
    solver.createAndConfigureSolver(model)
    solver.buildSolverModel(model)
    if basis is not None:
        _start_from(model, basis)
    solver.callSolver(model)
    highs = model.solverModel
    status = highs.getModelStatus()
    if status in (highspy.HighsModelStatus.kSolveError, highspy.HighsModelStatus.kModelError):
        raise SolverFailure("solver_failed", status=highs.modelStatusToString(status))
    info, solution = highs.getInfo(), highs.getSolution()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    is_mip = not relax and any(v.cat == pulp.LpInteger for v in model.variables())
    proven = status == highspy.HighsModelStatus.kOptimal
    objective = info.objective_function_value if feasible else float("inf")
    columns = np.asarray(solution.col_value)
    return Solution(
        is_feasible=feasible,
        is_infeasible=status
        in (
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ),
        is_proven=proven,
        objective=objective,
        bound=_bound(info, is_mip, proven, objective),
        values=_by_name(model.variables(), columns) if feasible else {},
        duals={} if is_mip or not feasible else _duals(model, np.asarray(solution.row_dual)),
        basis=_read_basis(model) if relax and proven else None,
    )


def _bound(info: Any, is_mip: bool, proven: bool, objective: float) -> float:
    if is_mip:
        return float(info.mip_dual_bound)
    return objective if proven else float("-inf")


def _by_name(variables: list[pulp.LpVariable], columns: Floats) -> dict[str, float]:
    return {v.name: float(columns[v.index]) for v in variables}


def _duals(model: pulp.LpProblem, rows: Floats) -> dict[str, float]:
    return {c.name: float(rows[c.index]) for c in model.constraints()}


def _read_basis(model: pulp.LpProblem) -> Basis:
    basis = model.solverModel.getBasis()
    return Basis(
        columns=dict(zip((v.name for v in model.variables()), basis.col_status, strict=True)),
        rows=dict(zip((c.name for c in model.constraints()), basis.row_status, strict=True)),
    )


def _start_from(model: pulp.LpProblem, basis: Basis) -> None:
    """Start a relaxation from the basis of a like one; new rows are slack, new columns out."""
    out, slack = highspy.HighsBasisStatus.kLower, highspy.HighsBasisStatus.kBasic
    start = highspy.HighsBasis()
    start.col_status = [basis.columns.get(v.name, out) for v in model.variables()]
    start.row_status = [basis.rows.get(c.name, slack) for c in model.constraints()]
    start.valid = True
    model.solverModel.setBasis(start)
