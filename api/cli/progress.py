"""Progress in words and a bar on stderr, for jobs that take over two seconds."""

import time
from collections.abc import Callable

import typer

from models.messages import MESSAGES, say
from models.numbers import percent
from models.text import Language

QUIET_S = 2.0
"""Jobs shorter than this say nothing of their progress."""
BETWEEN_S = 2.0
"""Least time between two lines of one stage."""
BAR_WIDTH = 20


class Terminal:
    """Says how far each stage has come, and how long it may still take."""

    def __init__(
        self, language: Language, read_clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._language = language
        self._read_clock = read_clock
        self._began = read_clock()
        self._stage = ("", self._began, 0.0)
        self._said = 0.0

    def report(
        self, stage: str, done: float, total: float | None = None, gap: float | None = None
    ) -> None:
        """Print a line, where the job is long and the last line is old."""
        now = self._read_clock()
        is_new = stage != self._stage[0]
        if is_new:
            self._stage = (stage, now, done)
        if now - self._began < QUIET_S or (not is_new and now - self._said < BETWEEN_S):
            return
        self._said = now
        line = MESSAGES[stage].in_language(self._language)
        typer.echo(line + self._amount(done, total, now) + self._tell(gap), err=True)

    def _amount(self, done: float, total: float | None, now: float) -> str:
        """Draw how much is done, and tell what is left by the pace since the stage began."""
        _, began, before = self._stage
        if not total or not done:
            return ""
        filled = round(BAR_WIDTH * min(1.0, done / total))
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        if done <= before:
            return f" {bar} {done:g}/{total:g}"
        left_s = (now - began) * (total - done) / (done - before)
        text = say("seconds_left", seconds=round(left_s)).in_language(self._language)
        return f" {bar} {done:g}/{total:g}" + (f", {text}" if left_s >= 1 else "")

    def _tell(self, gap: float | None) -> str:
        return "" if gap is None else f" ({percent(gap, 2).in_language(self._language)})"

    def is_cancelled(self) -> bool:
        """Never stop; an interrupt ends the process instead."""
        return False
