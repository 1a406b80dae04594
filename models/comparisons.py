"""Two proposals of one season beside each other: who moved, and what each figure became."""

from models.frozen import Frozen
from models.scores import Conflict

SMALLEST = 5e-5
"""A change that rounds to nothing is none."""

PENALTIES = "penalties"
TOTAL = "total"


class Mover(Frozen):
    """A member that came or left, with the coalition at the other end, if any."""

    actor_id: str
    elsewhere: str | None = None


class Change(Frozen):
    """A figure before and after; None where the coalition was not there.

    `key` is that of a criterion, `penalties` or `total`.
    """

    key: str
    before: float | None
    after: float | None

    @property
    def is_seen(self) -> bool:
        """Whether the figure is another one, as it is written."""
        if self.before is None or self.after is None:
            return True
        return abs(self.after - self.before) >= SMALLEST


class CoalitionChange(Frozen):
    """What happened to one coalition.

    `changes` are of each criterion, then of the deductions where there are any, then of the
    total; movers stand in order of id.
    """

    id: str
    came: tuple[Mover, ...]
    left: tuple[Mover, ...]
    changes: tuple[Change, ...]
    is_new: bool
    is_gone: bool

    @property
    def is_touched(self) -> bool:
        """Whether it has another member or another figure."""
        return bool(self.came or self.left) or any(change.is_seen for change in self.changes)


class Comparison(Frozen):
    """What happened to the whole proposal.

    `coalitions` are those that were touched, in the order of the second proposal, those
    that are gone last; `is_comparable` says whether both weigh the same.
    """

    before: float
    after: float
    is_comparable: bool
    coalitions: tuple[CoalitionChange, ...]
    untouched: int
    conflicts_came: tuple[Conflict, ...]
    conflicts_went: tuple[Conflict, ...]
