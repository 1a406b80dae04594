"""What can go wrong, as one tree.

::

    KoalitionError            code, params; text in both languages
    ├── InputError            faults (and warnings) of a season's files or options
    ├── RuleConflict          the hard rules can't all hold
    ├── NoSolution            nothing found within the work or time allowed
    ├── SolverFailure         the solver broke down
    ├── Cancelled             somebody asked to stop
    ├── Disagreement          a proposal that does not agree with its season
    ├── ModelMissing          an embedding model that is not at hand
    ├── StoreFailure          what is remembered between runs can't be read or written
    └── NotFound              a name that leads nowhere, with the known ones
"""

from typing import Any

from pydantic import BaseModel

from models.frozen import Frozen
from models.messages import say
from models.text import Text


class Fault(Frozen):
    """One fault or warning in a file, with what mends it.

    `row` counts as a spreadsheet does (the header is row 1); `column` is the English
    name.
    """

    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    code: str
    mend: Text


class KoalitionError(Exception):
    """Base of all errors: a stable code and the parameters of its message."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    @property
    def text(self) -> Text:
        """The message in both languages."""
        return say(self.code, **self.params)

    def __str__(self) -> str:
        return self.text.en

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.code, self.params, self.__dict__)


def _rebuild(
    kind: type[KoalitionError], code: str, params: dict[str, object], state: dict[str, object]
) -> KoalitionError:
    """Make a pickled error anew."""
    error = kind.__new__(kind)
    KoalitionError.__init__(error, code, **params)
    error.__dict__.update(state)
    return error


class InputError(KoalitionError):
    """A season or an option that can't be used; carries every fault at once."""

    def __init__(self, faults: tuple[Fault, ...], warnings: tuple[Fault, ...] = ()) -> None:
        super().__init__("input_faults", count=len(faults))
        self.faults = faults
        self.warnings = warnings


class RuleConflict(KoalitionError):
    """Hard rules that can't all hold; carries the smallest relaxation."""

    def __init__(self, conflicts: tuple[BaseModel, ...]) -> None:
        super().__init__("rules_conflict", count=len(conflicts))
        self.conflicts = conflicts


class NoSolution(KoalitionError):
    """Nothing was found within the work or the time allowed."""


class SolverFailure(KoalitionError):
    """The solver answered something that can't be used."""


class Cancelled(KoalitionError):
    """The caller asked to stop before there was a result."""


class Disagreement(KoalitionError):
    """A proposal that does not agree with its season."""


class ModelMissing(KoalitionError):
    """The embedding model is not at hand and must not be fetched unasked."""


class StoreFailure(KoalitionError):
    """What is remembered between runs can't be read or written."""


class NotFound(KoalitionError):
    """A name that leads nowhere; the message lists the nearest known ones."""
