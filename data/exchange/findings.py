"""Faults and warnings, gathered until everything has been read."""

import re
from dataclasses import dataclass, field

from models.errors import Fault, InputError
from models.messages import say
from models.text import Text

ADDRESS = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+")
"""An email address, wherever it stands: in a shifted row it may stand in any cell."""

NO_HINT = Text(sv="", en="")


@dataclass
class Findings:
    """Everything found wrong or odd in a folder's files, never quoting an email address."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def fault(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        /,
        **params: object,
    ) -> None:
        """Note something that stops the import."""
        self.fault_in_words(file, row, column, value, code, say(code, **params))

    def warn(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        /,
        **params: object,
    ) -> None:
        """Note something odd that does not stop it."""
        self.warn_in_words(file, row, column, value, code, say(code, **params))

    def fault_in_words(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        mend: Text,
    ) -> None:
        """Note something that stops the import, in words that somebody else chose."""
        self.faults.append(_to_fault(file, row, column, value, code, mend))

    def warn_in_words(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        mend: Text,
    ) -> None:
        """Note something odd, in words that somebody else chose."""
        self.warnings.append(_to_fault(file, row, column, value, code, mend))

    def stop_if_faulty(self) -> None:
        """Raise InputError with everything found, if anything is wrong."""
        if self.faults:
            raise InputError(tuple(self.faults), tuple(self.warnings))


def suggest(names: tuple[str, ...]) -> Text:
    """Give the question "did you mean …?", or nothing without names."""
    return say("did_you_mean", names=", ".join(names)) if names else NO_HINT


def _to_fault(
    file: str, row: int | None, column: str | None, value: str | None, code: str, mend: Text
) -> Fault:
    """Build a fault with its value veiled."""
    shown = None if value is None or column == "email" else _veil(value)
    veiled = Text(sv=_veil(mend.sv), en=_veil(mend.en))
    where = None if column is None else _veil(column)
    return Fault(file=file, row=row, column=where, value=shown, code=code, mend=veiled)


def _veil(text: str) -> str:
    """Hide every email address in a text."""
    return ADDRESS.sub("***", text)
