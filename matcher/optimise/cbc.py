"""CBC as a second opinion, read from its log.

PuLP reports runs that a limit stopped as optimal, and gives no bound, so both are read
from what CBC itself writes. It runs in a process of its own, in one thread, with its files
in a folder that is removed afterwards.
"""

import re
import subprocess
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pulp
from pulp.apis.coin_api import pulp_cbc_path

from matcher.optimise.solution import Basis, Solution
from models.errors import SolverFailure

MARGIN = 1e-6
"""CBC writes bounds to eight digits; a stopped run's is lowered by so much of it."""


@cache
def find_cbc() -> str:
    """Give the path of CBC: the one that PuLP brings, else the machine's own.

    Raises
    ------
    SolverFailure
        `cbc_missing` where there is none.
    """
    for candidate in (pulp_cbc_path, "cbc"):
        found = which(candidate)
        if found is not None:
            return found
    raise SolverFailure("cbc_missing")


@cache
def name_cbc() -> str:
    """Give name and version."""
    run = subprocess.run([find_cbc(), "-quit"], capture_output=True, text=True, check=False)
    found = re.search(r"Version: (\d+\.\d+)", run.stdout)
    return f"CBC {found.group(1)}" if found else "CBC 0"


def solve_cbc(
    model: pulp.LpProblem,
    *,
    relax: bool,
    nodes: int | None,
    seconds: float | None,
    relative_gap: float,
    basis: Basis | None,
    presolve: bool = True,
) -> Solution:
    """Minimise a model with CBC, which begins anew always; see `solver.solve`."""
    with TemporaryDirectory() as folder:
        log = Path(folder) / "cbc.log"
        command = pulp.COIN_CMD(
            path=find_cbc(),
            msg=False,
            mip=not relax,
            gapRel=relative_gap,
            gapAbs=1e-9,
            maxNodes=nodes,
            timeLimit=seconds,
            logPath=str(log),
            options=[] if presolve else ["presolve off", "preprocess off"],
        )
        command.tmpDir = folder
        try:
            status = model.solve(command)
        except pulp.PulpSolverError as error:
            raise SolverFailure("solver_failed", status=str(error)) from error
        told = log.read_text(encoding="utf-8", errors="replace")
    is_feasible = model.sol_status in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible)
    is_stopped = "Result - Stopped" in told or "Partial search" in told
    is_proven = is_feasible and not is_stopped
    values = {v.name: float(v.varValue or 0.0) for v in model.variables()}
    objective = sum(
        coefficient * values[variable.name] for variable, coefficient in model.objective.items()
    )
    return Solution(
        is_feasible=is_feasible,
        is_infeasible=status == pulp.LpStatusInfeasible and not is_stopped,
        is_proven=is_proven,
        objective=objective if is_feasible else float("inf"),
        bound=objective - relative_gap * abs(objective) if is_proven else _read_bound(told),
        values=values if is_feasible else {},
        duals={c.name: float(c.pi or 0.0) for c in model.constraints()} if relax else {},
    )


def _read_bound(told: str) -> float:
    """Give the bound that a stopped run had proven."""
    found = re.findall(r"best possible (-?[0-9.e+-]+)\)", told)
    if not found:
        return float("-inf")
    bound = float(found[-1])
    return bound - MARGIN * max(1.0, abs(bound))
