"""What the engine asks of its surroundings."""

from typing import Protocol


class Progress(Protocol):
    """Hears how far a long job has come, and can ask it to stop."""

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Hear that `done` of `total` units of `stage` are done.

        `stage` is a message code (`stage_embedding`, `stage_solving`, …); `gap` is the
        proven gap so far, where there is one.
        """

    def is_cancelled(self) -> bool:
        """Say whether the job is to stop at the next good place."""


class Silence:
    """Progress that nobody listens to."""

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Hear nothing."""

    def is_cancelled(self) -> bool:
        """Never stop."""
        return False
