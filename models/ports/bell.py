"""What the service asks of whoever tells others that something changed."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

Hear = Callable[[str, str | None], None]
"""Hears of a topic, and what was said with it, if anything was; called on any thread."""


class Bell(Protocol):
    """Tells all who listen, in every process that shares the database.

    Hearing says that something may have changed; what has, is read from the store.
    """

    def announce(self, session: Any, topics: Sequence[str]) -> None:
        """Prepare, inside a transaction, to tell other processes once it is kept."""

    def ring(self, topics: Sequence[str]) -> None:
        """Tell those of this process."""

    def say(self, topic: str, message: str) -> None:
        """Say something to all who listen to a topic, which is kept nowhere."""

    def listen(self, topic: str, hear: Hear) -> Callable[[], None]:
        """Let somebody hear of a topic; what is given back ends it."""

    def close(self) -> None:
        """Tell nobody any more."""
