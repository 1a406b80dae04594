"""Who sits where while a proposal is changed by hand, and every step that led there.

A step takes marks off and puts others on: seats, locks and bans, each of one actor in one
slot. Taking a step back is the same with the two exchanged, and is a step itself, so nothing
that was done is ever lost.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from matcher.core.arrays import Ints
from models.boards import BoardOp

Place = int | None
"""A slot, or None for the pool."""
IsPushed = Callable[[int, tuple[int, ...], tuple[int, ...]], bool]
"""Whether an actor, its slots now and others: whether those are more than it may have."""


class MarkKind(StrEnum):
    """What a mark says of an actor in a slot."""

    SEAT = "seat"
    LOCK = "lock"
    BAN = "ban"


class Mark(NamedTuple):
    """One actor's seat, lock or ban in one slot."""

    kind: MarkKind
    actor: int
    slot: int


@dataclass(frozen=True)
class Step:
    """What was done, as marks taken off and put on.

    Attributes
    ----------
    number : int
        From 1; the placement's version after it.
    takes_back : int or None
        Of undo and redo, the step that it took back; of restore, the version gone back to.
    """

    number: int
    op: BoardOp
    off: frozenset[Mark]
    on: frozenset[Mark]
    takes_back: int | None = None

    @property
    def actors(self) -> frozenset[int]:
        """Give the actors whose seats it changed."""
        marks = self.off | self.on
        return frozenset(mark.actor for mark in marks if mark.kind is MarkKind.SEAT)

    def touches(self, marks: Iterable[Mark]) -> bool:
        """Say whether it speaks of any of these marks' actors in any of their slots."""
        own = {(mark.actor, mark.slot) for mark in (*self.off, *self.on)}
        return any((mark.actor, mark.slot) in own for mark in marks)


@dataclass(frozen=True, eq=False)
class Placement:
    """An immutable state: each step gives a new one.

    Attributes
    ----------
    members : tuple of (n,) int arrays
        Sorted, by slot.
    marks : frozenset of Mark
        Everything that holds.
    seats : dict of int to tuple of int
        The slots of each actor that has any, in order.
    steps : tuple of Step
        All that was done, undone steps and their undoing among it.
    done, undone : tuple of int
        Steps that `undo` can take back, and undos that `redo` can, the next one last.
    """

    members: tuple[Ints, ...]
    marks: frozenset[Mark]
    seats: dict[int, tuple[int, ...]]
    steps: tuple[Step, ...] = ()
    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    @classmethod
    def of(cls, members: Sequence[Ints]) -> "Placement":
        """Seat members by slot."""
        empty = cls(tuple(np.empty(0, dtype=np.int64) for _ in members), frozenset(), {})
        seats = {
            Mark(MarkKind.SEAT, a, s) for s, chosen in enumerate(members) for a in chosen.tolist()
        }
        return empty._mark(frozenset(), frozenset(seats))

    @property
    def version(self) -> int:
        """How many steps were taken."""
        return len(self.steps)

    def is_locked(self, actor: int, slot: int) -> bool:
        """Say whether an actor's seat is locked."""
        return Mark(MarkKind.LOCK, actor, slot) in self.marks

    def is_banned(self, actor: int, slot: int) -> bool:
        """Say whether the board bans an actor from a slot."""
        return Mark(MarkKind.BAN, actor, slot) in self.marks

    def take(
        self,
        op: BoardOp,
        off: Iterable[Mark],
        on: Iterable[Mark],
        takes_back: int | None = None,
    ) -> "Placement":
        """Take a step; what was undone before can then not be redone any more."""
        step = Step(self.version + 1, op, frozenset(off), frozenset(on), takes_back)
        after = self._mark(step.off, step.on)
        done = (*self.done, step.number)
        return replace(after, steps=(*self.steps, step), done=done, undone=())

    def take_back(self, number: int, op: BoardOp) -> "Placement":
        """Undo or redo a step that nothing blocks; see `blocker_of`."""
        back = self.steps[number - 1]
        step = Step(self.version + 1, op, off=back.on, on=back.off, takes_back=number)
        done, undone = self.done, self.undone
        if op is BoardOp.UNDO:
            done, undone = tuple(n for n in done if n != number), (*undone, step.number)
        else:
            done, undone = (*done, step.number), tuple(n for n in undone if n != number)
        after = self._mark(step.off, step.on)
        return replace(after, steps=(*self.steps, step), done=done, undone=undone)

    def repeat(self, step: Step) -> "Placement":
        """Take a step that was taken before, whatever it was."""
        if step.op not in (BoardOp.UNDO, BoardOp.REDO):
            return self.take(step.op, step.off, step.on, step.takes_back)
        return self.take_back(step.takes_back or 0, step.op)

    def blocker_of(self, number: int, is_pushed: IsPushed) -> Step | None:
        """Give the latest step that keeps another from being taken back, or None.

        A step can be taken back while everything that it put on and took off is as it left
        it, no lock would then be without its seat, nor a ban with one, and no seat put back
        is one too many beside those that its actor took since.
        """
        step = self.steps[number - 1]
        after, spoken_of = (self.marks - step.on) | step.off, step.on | step.off
        is_as_left = step.on <= self.marks and not step.off & self.marks
        later_steps = reversed(self.steps[number:])
        if not (is_as_left and all(_is_sound(after, mark) for mark in spoken_of)):
            return next(later for later in later_steps if later.touches(spoken_of))
        then, found = _index(after), _index(self.marks_at(number - 1))
        pushed = {
            a
            for a in step.actors & then.keys()
            if then[a] != found.get(a) and is_pushed(a, self.seats.get(a, ()), then[a])
        }
        return next((later for later in later_steps if later.actors & pushed), None)

    def marks_at(self, version: int) -> frozenset[Mark]:
        """Give what held after so many steps."""
        marks = self.marks
        for step in reversed(self.steps[version:]):
            marks = (marks - step.on) | step.off
        return marks

    def _mark(self, off: frozenset[Mark], on: frozenset[Mark]) -> "Placement":
        """Take marks off, put others on, and keep members and seats true to them."""
        members, seats = list(self.members), dict(self.seats)
        for mark in off:
            if _is_seat(mark):
                members[mark.slot] = members[mark.slot][members[mark.slot] != mark.actor]
                left = tuple(s for s in seats[mark.actor] if s != mark.slot)
                if left:
                    seats[mark.actor] = left
                else:
                    del seats[mark.actor]
        come: dict[int, list[int]] = {}
        for mark in on:
            if _is_seat(mark):
                come.setdefault(mark.slot, []).append(mark.actor)
                seats[mark.actor] = tuple(sorted((*seats.get(mark.actor, ()), mark.slot)))
        for s, comers in come.items():
            members[s] = np.union1d(members[s], np.array(comers, dtype=np.int64))
        marks = (self.marks - off) | on
        return replace(self, members=tuple(members), marks=marks, seats=seats)


def _is_seat(mark: Mark) -> bool:
    return mark.kind is MarkKind.SEAT


def _index(marks: frozenset[Mark]) -> dict[int, tuple[int, ...]]:
    """Give the slots of each actor that has any, in order."""
    slots: dict[int, list[int]] = {}
    for mark in sorted(marks):
        if _is_seat(mark):
            slots.setdefault(mark.actor, []).append(mark.slot)
    return {actor: tuple(taken) for actor, taken in slots.items()}


def _is_sound(marks: frozenset[Mark], mark: Mark) -> bool:
    """Say whether a lock on a mark's actor and slot has its seat, and a ban has none."""
    has_seat = mark._replace(kind=MarkKind.SEAT) in marks
    kept = MarkKind.BAN if has_seat else MarkKind.LOCK
    return mark._replace(kind=kept) not in marks
