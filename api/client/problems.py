"""What the service refuses, as an exception."""

from collections.abc import Mapping
from typing import Any


class Problem(Exception):
    """A problem document (RFC 9457) that the service answered with.

    Attributes
    ----------
    status : int
        The HTTP status.
    code : str
        Which error it is; never changes.
    detail : str
        What went wrong, in the client's language.
    faults : tuple of mapping
        Every fault of what was sent: `file`, `row`, `column`, `value`, `code`, `mend`.
    """

    def __init__(self, status: int, document: Mapping[str, Any]) -> None:
        self.status = status
        self.code = str(document.get("code", "internal_error"))
        self.detail = str(document.get("detail", f"HTTP {status}"))
        self.faults: tuple[Mapping[str, Any], ...] = tuple(document.get("faults", ()))
        super().__init__(f"{self.status} {self.code}: {self.detail}")
