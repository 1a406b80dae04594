"""Solving one PuLP model, with HiGHS or, for a second opinion, with CBC: the only door.

Every answer is checked here against the model before it is passed on, so that whoever reads
one need not ask whether it can be. A solver that breaks down, or answers what cannot be, is
not asked the same way twice: the model goes on to the next of a chain of ways.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

import pulp

from matcher.core.certifying import ROUNDING
from matcher.optimise.cbc import name_cbc, solve_cbc
from matcher.optimise.highs import name_highs, solve_highs
from matcher.optimise.solution import Basis, Solution
from matcher.optimise.soundness import refuse_unsound
from models.errors import KoalitionError, SolverFailure
from models.messages import say
from models.ports.notes import notify
from models.proposals import Solver
from models.text import Text

SMALL = 2_000
"""Columns of a model that is solved a second time where it is called infeasible."""
EARLY = 0.5
"""Share of the time allowed before which a solver that stops has not been stopped by it."""


class Solve(Protocol):
    """Minimises a model; see `solve`."""

    def __call__(
        self,
        model: pulp.LpProblem,
        /,
        *,
        relax: bool,
        nodes: int | None,
        seconds: float | None,
        relative_gap: float,
        basis: Basis | None,
        presolve: bool,
    ) -> Solution:
        """Give what the solver answers, unchecked."""


@dataclass(frozen=True)
class SolverEngine:
    """A solver: how it is called, and its name with its version."""

    name: Callable[[], str]
    solve: Solve


ENGINES: dict[Solver, SolverEngine] = {
    Solver.HIGHS: SolverEngine(name_highs, solve_highs),
    Solver.CBC: SolverEngine(name_cbc, solve_cbc),
}


@dataclass(frozen=True)
class Attempt:
    """A solver, with or without its presolve."""

    solver: Solver
    presolve: bool = True

    @property
    def name(self) -> Text:
        """Give the solver's name and version, and that it goes without presolve."""
        name = solver_name(self.solver)
        return Text.same(name) if self.presolve else say("solver_without_presolve", solver=name)


def solver_name(solver: Solver) -> str:
    """Name a solver with its version, for certificates."""
    return ENGINES[solver].name()


def attempts_with(solver: Solver) -> Iterator[Attempt]:
    """Give the ways in which a model is tried: as asked, without presolve, the other solver."""
    yield Attempt(solver)
    yield Attempt(solver, presolve=False)
    for other in ENGINES:
        if other is not solver:
            yield Attempt(other)


def solve(
    model: pulp.LpProblem,
    solver: Solver,
    *,
    relax: bool = False,
    nodes: int | None = None,
    seconds: float | None = None,
    relative_gap: float = 1e-9,
    basis: Basis | None = None,
    known: float | None = None,
) -> Solution:
    """Minimise a model, which has no constant in its objective.

    Parameters
    ----------
    solver : Solver
    relax : bool
        Leave out integrality; gives duals.
    nodes : int, optional
        Branch-and-bound nodes that may be spent.
    seconds : float, optional
        A safety stop only.
    basis : Basis, optional
        Where a relaxation like this one ended; it begins there if the solver can.
    known : float, optional
        What a point at hand is worth: an answer that denies it is not believed.

    Raises
    ------
    SolverFailure
        `solvers_failed` when every attempt broke down or answered what cannot be; `cbc_missing`
        when CBC is asked for and not installed.

    Notes
    -----
    Presolve of HiGHS 1.16 now and then breaks down, or calls a small model infeasible
    that is not, so that is believed only once a second one has said it too.
    """
    began, failures, denied = monotonic(), list[tuple[Attempt, SolverFailure]](), None
    for attempt in attempts_with(solver):
        left = None if seconds is None else seconds - (monotonic() - began)
        if left is not None and left <= 0 and (failures or denied):
            break
        try:
            solution = solve_once(
                model,
                attempt,
                relax=relax,
                nodes=nodes,
                seconds=left,
                relative_gap=relative_gap,
                basis=basis,
                known=known,
            )
        except SolverFailure as error:
            if error.code == "cbc_missing" and attempt.solver is solver:
                raise
            failures.append((attempt, error))
            continue
        is_doubtful = solution.is_infeasible and len(model.variables()) <= SMALL
        if is_doubtful and denied is None:
            denied = solution
            continue
        for failed, failure in failures:
            notify("solver_again", solver=failed.name, reason=failure.text, other=attempt.name)
        return solution
    if denied is not None:
        return denied
    raise SolverFailure("solvers_failed", reason=failures[0][1].text) from failures[0][1]


def solve_once(
    model: pulp.LpProblem,
    attempt: Attempt,
    *,
    relax: bool = False,
    nodes: int | None = None,
    seconds: float | None = None,
    relative_gap: float = 1e-9,
    basis: Basis | None = None,
    known: float | None = None,
) -> Solution:
    """Minimise a model in one attempt, as `solve` does.

    Raises
    ------
    SolverFailure
        When the solver broke down, is not installed, or answers what cannot be.
    """
    began = monotonic()
    try:
        solution = ENGINES[attempt.solver].solve(
            model,
            relax=relax,
            nodes=nodes,
            seconds=seconds,
            relative_gap=relative_gap,
            basis=basis,
            presolve=attempt.presolve,
        )
    except KoalitionError:
        raise
    except Exception as error:  # foreign code: whatever it raises, the next attempt is tried
        raise SolverFailure("solver_failed", status=f"{type(error).__name__}: {error}") from error
    refuse_unsound(model, solution, relax=relax, relative_gap=relative_gap)
    is_settled = solution.is_proven or solution.is_infeasible or nodes is not None
    if not is_settled and (seconds is None or monotonic() - began < EARLY * seconds):
        raise SolverFailure("solver_stopped")
    if known is not None:
        _refuse_denial(solution, known)
    return solution


def _refuse_denial(solution: Solution, known: float) -> None:
    """Refuse an answer that says there is no point so good as one at hand."""
    if solution.is_infeasible:
        raise SolverFailure("solver_denies_known")
    if solution.bound > known + ROUNDING:
        raise SolverFailure("bound_below_objective", objective=-known, bound=-solution.bound)
