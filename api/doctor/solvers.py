"""Looks at the solvers: each is given a small test."""

from collections.abc import Iterator

from api.doctor.findings import broken, note, well
from models.errors import KoalitionError
from models.installation import Finding
from models.messages import say
from models.proposals import Solver


def examine_solvers() -> Iterator[Finding]:
    """Say which solvers work; CBC is a second opinion only, so it may be lacking."""
    for solver in Solver:
        try:
            from matcher.optimise.tryout import try_solver

            yield well("solver", "doctor_solver", solver=try_solver(solver))
        except (KoalitionError, ImportError) as error:
            reason = error.text if isinstance(error, KoalitionError) else error
            text = say("doctor_solver_broken", solver=solver.value, reason=reason)
            if solver is Solver.CBC:
                yield note("solver", text, say("doctor_cbc_mend"))
            else:
                yield broken("solver", text, say("doctor_solver_mend"))
