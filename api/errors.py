"""What every kind of error means at the edge: one table for exit codes and HTTP."""

from dataclasses import dataclass

from models.errors import (
    GIVEN,
    BadRequest,
    Busy,
    Cancelled,
    DatabaseFailure,
    Disagreement,
    Fault,
    InputError,
    KeyReused,
    KoalitionError,
    MailRefused,
    ModelMissing,
    NoSolution,
    NotAllowed,
    NotDone,
    NotFound,
    NotSignedIn,
    Outdated,
    PostFailure,
    RuleConflict,
    SolverFailure,
    StorageFull,
    StoreFailure,
    TooLarge,
    TooMany,
    Unwritable,
    VersionNeeded,
    WrongState,
)

DONE, OTHER, BAD_INPUT, CONFLICT, NO_RESULT, DISAGREES = range(6)
"""Exit codes of the commands."""


class WrongMethod(KoalitionError):
    """An address that exists, asked in a way that it does not answer."""


class InvalidRequest(InputError):
    """A request whose body or parameters can't be used; carries every fault at once.

    A fault's `file` is the part of the request (`body`, `query`, `path`) and its `column`
    the way to the value, with dots between.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.code = "invalid_request"


@dataclass(frozen=True)
class Outcome:
    """What one kind of error becomes: the exit code of a command, the status of HTTP."""

    kind: type[KoalitionError]
    exit_code: int
    status: int


OUTCOMES = (
    Outcome(InputError, BAD_INPUT, 422),
    Outcome(NotFound, BAD_INPUT, 404),
    Outcome(RuleConflict, CONFLICT, 409),
    Outcome(WrongState, BAD_INPUT, 409),
    Outcome(NoSolution, NO_RESULT, 422),
    Outcome(Disagreement, DISAGREES, 500),
    Outcome(SolverFailure, OTHER, 500),
    Outcome(Cancelled, OTHER, 503),
    Outcome(ModelMissing, OTHER, 503),
    Outcome(StoreFailure, OTHER, 500),
    Outcome(DatabaseFailure, OTHER, 503),
    Outcome(BadRequest, BAD_INPUT, 400),
    Outcome(Unwritable, OTHER, 500),
    Outcome(NotSignedIn, OTHER, 401),
    Outcome(NotAllowed, OTHER, 403),
    Outcome(Outdated, OTHER, 412),
    Outcome(VersionNeeded, OTHER, 428),
    Outcome(KeyReused, BAD_INPUT, 422),
    Outcome(TooLarge, BAD_INPUT, 413),
    Outcome(TooMany, OTHER, 429),
    Outcome(StorageFull, OTHER, 507),
    Outcome(WrongMethod, BAD_INPUT, 405),
    Outcome(NotDone, OTHER, 409),
    Outcome(Busy, OTHER, 503),
    Outcome(MailRefused, OTHER, 500),
    Outcome(PostFailure, OTHER, 503),
    Outcome(KoalitionError, OTHER, 500),
)
"""The first kind that an error is of holds; the last one is for all others."""


def name_file(fault: Fault) -> Fault:
    """Give a fault of the season's own settings as one of the file that states them.

    Examples
    --------
    >>> found = name_file(Fault.given("season.rules.3.actor", "a1", "actor_unknown", actor="a1"))
    >>> found.file, found.column
    ('season.toml', 'actor')
    """
    way = fault.column or ""
    if fault.file != GIVEN or not way.startswith("season."):
        return fault
    return fault.evolve(file="season.toml", column=way.rpartition(".")[2])


def outcome_of(error: KoalitionError) -> Outcome:
    """Look an error up in the table.

    Examples
    --------
    >>> outcome_of(NotFound("actor_not_found")).status
    404
    """
    return next(outcome for outcome in OUTCOMES if isinstance(error, outcome.kind))
