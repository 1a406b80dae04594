"""The times that actors can meet: one label for one time, whoever wrote it how.

Three kinds of words are read: a time (a date or weekday with its hour), a part of the week that
stands for all times of the season in it ("onsdagar", "vardagar fm"), and "any time". Any other
word is a time of its own only where two actors or more wrote it alike.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from data.files.cells import RowReader
from data.files.lists import part_list
from data.files.tables import Table
from data.reference.names import fold
from models.messages import say
from models.slots import WEEKDAYS, TimeSlot, read_slot

COLUMN = "available"
ANY = frozenset(
    (
        *("flexibel", "flexibla", "flexibelt", "flexible", "alla", "alla tider", "alla dagar"),
        *("när som helst", "alltid", "kan alltid", "valfri tid", "valfritt", "vilken som helst"),
        *("spelar ingen roll", "alla tider passar", "alla går bra", "passar alltid", "öppet"),
        *("any", "any time", "anytime", "all", "all times", "always", "whenever", "any day"),
    )
)
"""Words for being able to come whenever, folded."""
PARTS = {
    **dict.fromkeys(("förmiddag", "förmiddagar", "fm", "morgon", "morgnar"), (5, 12)),
    **dict.fromkeys(("morning", "mornings", "am"), (5, 12)),
    **dict.fromkeys(("lunch", "lunchtid"), (11, 14)),
    **dict.fromkeys(
        ("eftermiddag", "eftermiddagar", "em", "afternoon", "afternoons", "pm"), (12, 17)
    ),
    **dict.fromkeys(("kväll", "kvällar", "kvällstid", "evening", "evenings"), (17, 24)),
    **dict.fromkeys(("dagtid", "daytime"), (8, 17)),
}
"""Parts of the day: the first hour and the one after the last."""
WEEK, WEEKEND = frozenset(range(5)), frozenset((5, 6))
DAYS = {
    **{word: frozenset((number,)) for word, number in WEEKDAYS.items()},
    **dict.fromkeys(("vardag", "vardagar", "weekday", "weekdays"), WEEK),
    **dict.fromkeys(("helg", "helger", "weekend", "weekends"), WEEKEND),
}
STANDARD = re.compile(r"(?:\d{4}-\d\d-\d\d|[^\W\d_]{3,4}) \d\d:\d\d")
FEWEST = 2
"""Actors who must have written a word alike for it to be a time."""


@dataclass(frozen=True)
class PartOfWeek:
    """Some days of the week, between two hours."""

    days: frozenset[int]
    hours: tuple[int, int]

    def holds(self, slot: TimeSlot) -> bool:
        """Say whether a time lies in it."""
        day = slot.day.weekday() if slot.day else slot.weekday
        return day in self.days and self.hours[0] <= slot.clock.hour < self.hours[1]


def read_part_of_week(label: str) -> PartOfWeek | None:
    """Read words for days and parts of days; None where there is any other word.

    Examples
    --------
    >>> read_part_of_week("onsdagar em")
    PartOfWeek(days=frozenset({2}), hours=(12, 17))
    >>> read_part_of_week("inte onsdagar")
    """
    words = re.findall(r"[^\W_]+", fold(label))
    days = [DAYS[word] for word in words if word in DAYS]
    hours = [PARTS[word] for word in words if word in PARTS]
    if not words or len(days) + len(hours) < len(words) or len(hours) > 1:
        return None
    return PartOfWeek(
        frozenset().union(*days) if days else WEEK | WEEKEND, hours[0] if hours else (0, 24)
    )


def is_any_time(label: str) -> bool:
    """Say whether a word means that every time will do."""
    return fold(label).strip(".!() ") in ANY


@dataclass(frozen=True)
class Times:
    """The times of one table of actors.

    Attributes
    ----------
    slots : dict of TimeSlot to str
        Each time with its one label: a plain one, then the commonest, then the first by letters.
    words : dict of str to str
        Words that several actors wrote, by their folded spelling, with the commonest.
    """

    slots: dict[TimeSlot, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def read(self, cells: RowReader) -> tuple[str, ...]:
        """Give the labels of a row's times; what was not read as it stands is told."""
        text = cells.text(COLUMN)
        labels = _part(text)
        name = cells.text("name")
        if any(map(is_any_time, labels)):
            cells.warn(COLUMN, "time_any")
            return ()
        read: list[str] = []
        lost: list[str] = []
        shared: list[str] = []
        for label in labels:
            if found := self._find(label):
                read.extend(found)
            elif word := self.words.get(fold(label)):
                read.append(word)
                shared.append(word)
            else:
                lost.append(label)
        times = tuple(dict.fromkeys(read))
        if times and list(times) != [label for label in _plain(text) if label not in lost]:
            cells.warn(COLUMN, "time_read_as", times="; ".join(times))
        if shared:
            cells.warn(COLUMN, "time_of_its_own", word="; ".join(shared))
        if lost:
            effect = say("time_lost_some" if times else "time_lost_all", name=name)
            cells.warn(COLUMN, "time_unknown", word="; ".join(lost), effect=effect)
        return times

    def _find(self, label: str) -> list[str]:
        """Give the labels of the times that a label means."""
        if slot := read_slot(label):
            return [self.slots[slot]]
        if part := read_part_of_week(label):
            return sorted(own for slot, own in self.slots.items() if part.holds(slot))
        return []


def gather_times(table: Table | None) -> Times:
    """Give the times that a table of actors knows, whatever the order of its rows."""
    spelt: dict[TimeSlot, Counter[str]] = defaultdict(Counter)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for row in table.rows if table else ():
        for label in dict.fromkeys(_part(row.cells.get(COLUMN, ""))):
            if slot := read_slot(label):
                spelt[slot][label] += 1
            elif not is_any_time(label):
                words[fold(label)][label] += 1
    return Times(
        slots={slot: _choose(labels) for slot, labels in spelt.items()},
        words={word: _choose(labels) for word, labels in words.items() if labels.total() >= FEWEST},
    )


def _part(text: str) -> tuple[str, ...]:
    """Give a cell's labels, in the order of their kinds and then as written."""

    def knows(label: str) -> bool:
        return bool(read_slot(label) or is_any_time(label) or read_part_of_week(label))

    listed = part_list(text, knows)
    return (*listed.known, *listed.unknown)


def _plain(text: str) -> list[str]:
    """Give what stands between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def _choose(labels: Counter[str]) -> str:
    """Choose the label that several spellings share."""

    def rank(item: tuple[str, int]) -> tuple[bool, int, str]:
        return (STANDARD.fullmatch(item[0]) is None, -item[1], item[0])

    return min(labels.items(), key=rank)[0]
