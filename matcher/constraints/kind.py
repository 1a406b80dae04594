"""What a rule kind is, and what it becomes in one coalition."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from matcher.pool import Bools, Ints, Pool
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from models.text import Text


@dataclass(frozen=True)
class Key:
    """One key of a rule kind: its name, and the values that it takes."""

    name: str
    takes: Callable[[object], bool]
    mend: Text
    required: bool = True


@dataclass(frozen=True, eq=False)
class CountRow:
    """At least or at most so many members with a mark; the row of the model.

    Attributes
    ----------
    marked : (A,) bool array
    least, most : int or None
    """

    marked: Bools
    least: int | None = None
    most: int | None = None

    @property
    def leaves_out(self) -> Bools:
        """Say whom the row leaves no place at all: (A,)."""
        nobody = np.zeros(len(self.marked), dtype=bool)
        return self.marked if self.most == 0 else nobody

    def shortfall(self, members: Ints) -> int:
        """Give by how many members the row is missed."""
        count = int(self.marked[members].sum())
        below = max(0, self.least - count) if self.least is not None else 0
        above = max(0, count - self.most) if self.most is not None else 0
        return below + above


@dataclass(frozen=True)
class ContactRow:
    """Each member has at least so many new contacts in its coalition."""

    least: int

    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give how many contacts are missing over all members."""
        contacts = pool.is_new(members)[:, members].sum(axis=1)
        return int(np.maximum(0, self.least - contacts).sum())


@dataclass(frozen=True, eq=False)
class Applied:
    """A rule in one coalition: its row, its cost, and its words.

    Attributes
    ----------
    unit_cost : int
        Cost of each unit of shortfall when the rule gives way.
    judge : callable
        Gives (asked, given) for members, in the rule's own units.
    """

    rule: Rule
    unit_cost: int
    row: CountRow | ContactRow
    judge: Callable[[Ints], tuple[int, int]]
    sentence: Text
    keys: dict[str, object] = field(default_factory=dict)

    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give the units by which members miss the rule."""
        if isinstance(self.row, ContactRow):
            return self.row.shortfall(pool, members)
        return self.row.shortfall(members)


def _no_default(_season: Season) -> Rule | None:
    """Hold nothing unasked."""
    return None


@dataclass(frozen=True)
class RuleKind:
    """One kind of rule.

    Attributes
    ----------
    key : str
        Name in season.toml.
    keys : tuple of Key
        The keys that it takes.
    apply : callable or None
        Makes the rule's row for one challenge; None for kinds that decide who is
        eligible (pin, ban) or how often (capacity).
    position : int
        Place in the order of tables, and of the rules that hold unasked.
    is_stated : bool
        Whether season.toml may state it; the others come from the files' columns.
    default : callable or None
        Gives the rule that holds in a season that states none, or None.
    """

    key: str
    keys: tuple[Key, ...]
    apply: Callable[[Pool, Challenge, Rule], Applied | None] | None
    position: int
    is_stated: bool = True
    default: Callable[[Season], Rule | None] = _no_default


LARGEST_COUNT = 1_000
"""More seats than any coalition has."""


def is_count(value: object) -> bool:
    """Say whether a value is a whole number, from 0 to `LARGEST_COUNT`."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT


def count_of(rule: Rule, name: str) -> int:
    """Give a key that has been checked to be a count."""
    value = rule.get(name)
    if not isinstance(value, int):
        raise TypeError(f"{rule.kind}.{name} is not a count: {value!r}")
    return value


COUNT_MEND = Text(
    sv="Skriv ett heltal från 0 till 1000.", en="Write a whole number from 0 to 1000."
)
