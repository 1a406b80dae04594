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
    ├── DatabaseFailure       the database that keeps seasons does not do what it should
    ├── WrongState            a step that the present state of things does not allow
    ├── NotFound              a name that leads nowhere, with the known ones
    ├── BadRequest            something asked that can't be read or makes no sense
    ├── NotAllowed            something that the one who asks may not do
    ├── NotSignedIn           something that only who is known may ask for
    ├── Outdated              a change of what another has changed meanwhile
    ├── VersionNeeded         a change that does not say of which version
    ├── KeyReused             a key of an order that was used for another order
    ├── TooLarge              more than is taken in at once
    ├── TooMany               asked too often
    ├── StorageFull           no room left where things are kept
    ├── NotDone               a result that is asked for while there is none
    ├── MailRefused           a mail that will never be taken
    ├── PostFailure           a mail that was not taken, and may be later
    ├── Busy                  more work than is taken on at the moment
    └── Unwritable            a file or folder that can't be read or written

An error about one value that was asked for has that value's way as its parameter `field`
(`max_changes`, `pins.0.actor`); whoever asked names it in words of its own: an option, a
key of a body, a field on a page.
"""

from typing import Annotated, Any

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from models.frozen import Frozen
from models.messages import say
from models.text import Text

GIVEN = "given"
"""The `file` of a fault in what was asked for; its `column` is then the way to the value."""


class Fault(Frozen):
    """One fault or warning in a file, with what mends it.

    `row` counts as a spreadsheet does (the header is row 1); `column` is the English
    name, `header` what the file calls it. `params` are those of the mend, for whoever words
    it otherwise. Neither of the two is in any document.
    """

    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    code: str
    mend: Text
    params: Annotated[dict[str, object], SkipJsonSchema()] = Field(
        default_factory=dict, exclude=True, repr=False
    )
    header: Annotated[str | None, SkipJsonSchema()] = Field(default=None, exclude=True, repr=False)

    @classmethod
    def given(cls, field: str, value: object, code: str, **params: object) -> "Fault":
        """Give the fault of a value that was asked for, by the way to it.

        Examples
        --------
        >>> fault = Fault.given("max_changes", 1, "changes_too_few", fewest=2)
        >>> fault.column, fault.value
        ('max_changes', '1')
        """
        shown = None if value is None else str(value)
        mend = say(code, **params)
        return cls(file=GIVEN, column=field, value=shown, code=code, mend=mend, params=params)

    @classmethod
    def of(cls, error: "KoalitionError", value: object) -> "Fault":
        """Give an error about one value as that value's fault."""
        params = {key: param for key, param in error.params.items() if key != "field"}
        return cls.given(str(error.params.get("field", "")), value, error.code, **params)


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


class DatabaseFailure(KoalitionError):
    """The database that keeps seasons can't be reached, or refuses."""


class WrongState(KoalitionError):
    """A step that the present state of things does not allow; the message says which."""


class NotFound(KoalitionError):
    """A name that leads nowhere; the message lists the nearest known ones."""


class BadRequest(KoalitionError):
    """Something asked that can't be read, makes no sense, or is meant for another computer."""


class NotAllowed(KoalitionError):
    """Something that the one who asks may not do."""


class NotSignedIn(KoalitionError):
    """Something that only a known caller may ask for."""


class Outdated(KoalitionError):
    """A change of something that was changed since whoever asks has read it."""


class VersionNeeded(KoalitionError):
    """A change that does not say which version it was made for."""


class KeyReused(KoalitionError):
    """A key of an order that was used for another order."""


class TooLarge(KoalitionError):
    """More than is taken in at once."""


class TooMany(KoalitionError):
    """Asked more often than is answered; `seconds` says when to come back."""


class StorageFull(KoalitionError):
    """No room is left where things are kept; nothing was changed."""


class NotDone(KoalitionError):
    """A result that is asked for while there is none."""


class Busy(KoalitionError):
    """More work than is taken on at the moment."""


class MailRefused(KoalitionError):
    """A mail that will never be taken, say because there is no such address."""


class PostFailure(KoalitionError):
    """A mail that was not taken, and may be later."""


class Unwritable(KoalitionError):
    """A file or folder that can't be read or written."""
