"""The state of an installation: what is there, what is set, what is broken."""

from enum import StrEnum

from models.frozen import Frozen
from models.text import Text


class Soundness(StrEnum):
    """How a thing is: well, worth knowing, or in need of a mend."""

    OK = "ok"
    NOTE = "note"
    BROKEN = "broken"


class Finding(Frozen):
    """One thing that was looked at; `mend` says what to do where it isn't well.

    `key` is what was looked at (`python`, `packages`, `settings`, `cache`, `vectors`,
    `database`, `queue`, `disk`, `model`, `solver`); several findings can share one.
    """

    key: str
    state: Soundness
    text: Text
    mend: Text | None = None


class Examination(Frozen):
    """Everything that was found, in the order in which it was looked at."""

    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is broken."""
        return all(finding.state is not Soundness.BROKEN for finding in self.findings)
