"""How the terminal words what is wrong: what was given by its option, files by their path."""

from collections.abc import Mapping

from api.errors import name_file
from models.errors import GIVEN, Fault, KoalitionError
from models.messages import MESSAGES, terminal
from models.text import Text

OPTIONS = {
    "bans": "--ban",
    "calendar": "--ics",
    "declined": "--decline",
    "joined": "--with",
    "pins": "--pin",
    "rules": "--pin, --ban",
    "starts": "--start",
    "swaps": "--swap",
}
"""Options by the field that they fill, where the two are named otherwise."""


def option_of(field: str) -> str:
    """Give the option that fills a field.

    Examples
    --------
    >>> option_of("max_changes"), option_of("pins.0.actor")
    ('--max-changes', '--pin')
    """
    name = field.partition(".")[0]
    return OPTIONS.get(name) or f"--{name.replace('_', '-')}"


def tell(code: str, **params: object) -> Text:
    """Give a message as the terminal words it."""
    return terminal.MESSAGES.get(code, MESSAGES[code]).format(**params)


def word_error(error: KoalitionError, arguments: Mapping[str, object]) -> Text:
    """Word an error; `arguments` are those of the command, with the paths of files."""
    if error.code not in terminal.MESSAGES:
        return error.text
    field = str(error.params.get("field", ""))
    named = {"option": option_of(field), "path": arguments.get(field.partition(".")[0])}
    return tell(error.code, **{**named, **error.params})


def word_fault(fault: Fault) -> Fault:
    """Give a fault of what was given as one of its option, or of the season's file."""
    fault = name_file(fault)
    if fault.file != GIVEN:
        return fault
    field = fault.column or ""
    rest = ".".join(part for part in field.split(".")[1:] if not part.isdecimal())
    own = terminal.MESSAGES.get(fault.code)
    return fault.model_copy(
        update={
            "file": option_of(field),
            "column": rest or None,
            "mend": own.format(**fault.params) if own else fault.mend,
        }
    )
