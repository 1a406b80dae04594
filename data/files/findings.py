"""Faults and warnings, gathered until everything has been read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.files.limits import LONGEST_QUOTE, MOST_FAULTS, MOST_WARNINGS
from models.errors import Fault, InputError
from models.messages import say
from models.text import Text

ADDRESS = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+")
"""An email address, wherever it stands: in a shifted row it may stand in any cell."""

NO_HINT = Text.same("")


@dataclass
class Findings:
    """Everything found wrong or odd in a folder's files, never quoting an email address."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    headers: dict[tuple[str, str], str] = field(default_factory=dict)
    """The headers of each file by the names of their columns."""

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
        self.fault_in_words(file, row, column, value, code, _say(code, params), _counts(params))

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
        self.warn_in_words(file, row, column, value, code, _say(code, params), _counts(params))

    def fault_in_words(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        mend: Text,
        counts: Mapping[str, int] | None = None,
    ) -> None:
        """Note something that stops the import, in words that somebody else chose."""
        self.faults.append(self._to_fault(file, row, column, value, code, mend, counts))
        if len(self.faults) == MOST_FAULTS:
            enough = say("too_many_faults", count=MOST_FAULTS)
            self.faults.append(self._to_fault(file, row, None, None, "too_many_faults", enough))
            self.stop_if_faulty()

    def warn_in_words(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        mend: Text,
        counts: Mapping[str, int] | None = None,
    ) -> None:
        """Note something odd, in words that somebody else chose."""
        if len(self.warnings) < MOST_WARNINGS:
            self.warnings.append(self._to_fault(file, row, column, value, code, mend, counts))
        elif len(self.warnings) == MOST_WARNINGS:
            enough = say("too_many_warnings", count=MOST_WARNINGS)
            self.warnings.append(self._to_fault(file, row, None, None, "too_many_warnings", enough))

    def stop_if_faulty(self) -> None:
        """Raise InputError with everything found, if anything is wrong."""
        if self.faults:
            raise InputError(tuple(self.faults), tuple(self.warnings))

    def _to_fault(
        self,
        file: str,
        row: int | None,
        column: str | None,
        value: str | None,
        code: str,
        mend: Text,
        counts: Mapping[str, int] | None = None,
    ) -> Fault:
        """Build a fault with its value veiled; of its parameters only counts are kept."""
        header = self.headers.get((file, column)) if column else None
        params: dict[str, object] = dict(counts or {})
        return Fault(
            file=file,
            row=row,
            column=None if column is None else _veil(_shorten(column)),
            value=None if value is None or column == "email" else _veil(_shorten(value)),
            code=code,
            mend=Text(sv=_veil(mend.sv), en=_veil(mend.en)),
            params=params,
            header=None if header is None else _veil(_shorten(header)),
        )


def ask_if_meant(names: tuple[str, ...]) -> Text:
    """Give the question "did you mean …?", or nothing without names."""
    return say("did_you_mean", names=", ".join(names)) if names else NO_HINT


def _counts(params: Mapping[str, object]) -> dict[str, int]:
    """Give the parameters that are counts."""
    return {key: value for key, value in params.items() if isinstance(value, int)}


def _say(code: str, params: dict[str, object]) -> Text:
    """Give a message that quotes no cell at full length."""
    return say(code, **{k: _shorten(v) if isinstance(v, str) else v for k, v in params.items()})


def _shorten(text: str) -> str:
    """Cut what is too long to be quoted."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _veil(text: str) -> str:
    """Hide every email address in a text."""
    return ADDRESS.sub("***", text)
