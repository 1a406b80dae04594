"""What a rule kind is, and what it becomes in one coalition."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from matcher.constraints.rows import CountRow, Row
from matcher.core.among import Among, Divisible
from matcher.core.arrays import Bools, Ints
from matcher.core.pool import Pool
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from models.text import Text

SomeRow = TypeVar("SomeRow", bound=Row)


@dataclass(frozen=True)
class Key:
    """One key of a rule kind: its name, and the values that it takes."""

    name: str
    takes: Callable[[object], bool]
    mend: Text
    required: bool = True


@dataclass(frozen=True, eq=False)
class Applied:
    """A rule in one coalition: its rows, its cost, and its words.

    Attributes
    ----------
    unit_cost : int
        Cost of each unit of shortfall when the rule gives way.
    ways : tuple of tuple of Row
        The rule holds where all rows of one of the ways hold; most rules have one way.
    judge : callable
        Gives (asked, given) for members, in the rule's own units.
    asks : Text
        What the rule asks for.
    sentence : Text
        Of a conflict, with the places {title}, {asked}, {given} and those of `words`.
    words : dict of str to object
        What fills the sentence's other places.
    asked_of : callable
        Gives what a soft rule's shortfall is a share of, for n members: never less than it.
    blocks : callable, optional
        Says for members, and an actor who would make the rule worse among them, what stands
        in its way; else that is what the rule asks for.
    """

    rule: Rule
    unit_cost: int
    ways: tuple[tuple[Row, ...], ...]
    judge: Callable[[Ints], tuple[int, int]]
    asks: Text
    sentence: Text
    keys: dict[str, object] = field(default_factory=dict)
    words: dict[str, object] = field(default_factory=dict)
    asked_of: Callable[[int], int] = lambda n: n
    blocks: Callable[[Ints, int], Text] | None = None

    @property
    def strength(self) -> float | None:
        """Give the weight of a soft rule; None for a hard one."""
        return self.rule.strength

    def ways_of(self, row: type[SomeRow]) -> tuple[tuple[SomeRow, ...], ...]:
        """Give the rows of one class, by way."""
        return tuple(tuple(each for each in way if type(each) is row) for way in self.ways)

    @property
    def counts(self) -> list[CountRow]:
        """Give the counted rows of all ways."""
        return [row for way in self.ways_of(CountRow) for row in way]

    @property
    def is_lazy(self) -> bool:
        """Say whether it asks for more than counts of marks: only single actors tell."""
        return len(self.counts) < sum(len(way) for way in self.ways)

    @property
    def leaves_out(self) -> Bools | None:
        """Say whom a hard rule leaves no place at all: (A,), or None where nobody."""
        if self.strength is not None or len(self.ways) > 1:
            return None
        left_out = [row.leaves_out for row in self.counts]
        return np.logical_or.reduce(left_out) if left_out else None

    def among(self, some: Among) -> "Applied | None":
        """Give it for some actors alone; None where a row speaks of the pool as a whole."""
        ways = []
        for way in self.ways:
            rows = [row.among(some) for row in way if isinstance(row, Divisible)]
            if len(rows) < len(way):
                return None
            ways.append(tuple(rows))
        judge, keep_out = self.judge, self.keep_out
        return replace(
            self,
            ways=tuple(ways),
            judge=lambda members: judge(some.actors[members]),
            blocks=lambda members, comer: keep_out(some.actors[members], int(some.actors[comer])),
        )

    def describe(self, title: str, members: Ints) -> Text:
        """Say what members make of the rule, in the rule's own units."""
        asked, given = self.judge(members)
        return self.sentence.format(title=title, asked=asked, given=given, **self.words)

    def keep_out(self, members: Ints, comer: int) -> Text:
        """Say what keeps an actor out from among members, where it would make the rule worse."""
        return self.asks if self.blocks is None else self.blocks(members, comer)

    def shortfall(self, pool: Pool, members: Ints) -> int:
        """Give the units by which members miss the rule.

        Raises
        ------
        ValueError
            Where a soft rule is missed by more than it asks for, or by less than nothing: its
            price and the bounds rest upon a share.
        """
        units = min(sum(row.shortfall(pool, members) for row in way) for way in self.ways)
        if self.strength is not None and not 0 <= units <= self.asked_of(len(members)):
            raise ValueError(
                f"the soft rule {self.rule.kind!r} is missed by {units} units, "
                f"of {self.asked_of(len(members))} that {len(members)} members are asked for"
            )
        return units

    def shortfalls_after(self, pool: Pool, members: Ints, comers: Ints | None = None) -> Ints:
        """Give the shortfall after each single replacement: (n, A), as `Term.replaced`."""
        sums = [
            np.sum([row.shortfalls_after(pool, members, comers) for row in way], axis=0)
            for way in self.ways
        ]
        least: Ints = np.minimum.reduce(sums)
        return least


def _no_default(_season: Season) -> Rule | None:
    """Hold nothing unasked."""
    return None


@dataclass(frozen=True)
class RuleKind:
    """One kind of rule.

    Attributes
    ----------
    key : str
        Name in files and JSON.
    title, meaning : Text
        Name and one sentence for people.
    keys : tuple of Key
        The keys that it takes.
    mend : Text, optional
        What an organiser can do about a conflict, with the places {what} and {given}.
    unit_cost : int or None
        Cost of each unit by which it gives way; None for what never does.
    apply : callable or None
        Makes the rule's row for one challenge; None for kinds that decide who is
        eligible (pin, ban) or how often (capacity).
    position : int
        Place in the order of tables, and of the rules that hold unasked.
    is_stated : bool
        Whether a season may state it.
    is_from_files : bool
        Whether it comes from the files' columns, before all that are stated.
    can_be_soft : bool
        Whether its strength may be a number.
    needs_words : bool
        Whether it judges relevance, which `check` may not have.
    default : callable or None
        Gives the rule that holds in a season that states none, or None.
    """

    key: str
    title: Text
    meaning: Text
    keys: tuple[Key, ...]
    apply: Callable[[Pool, Challenge, Rule], Applied | None] | None
    position: int
    mend: Text | None = None
    unit_cost: int | None = 1
    is_stated: bool = True
    is_from_files: bool = False
    can_be_soft: bool = True
    needs_words: bool = False
    default: Callable[[Season], Rule | None] = _no_default

    @property
    def holds_unasked(self) -> bool:
        """Say whether there are seasons in which it holds though no file states it."""
        return self.default is not _no_default


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
