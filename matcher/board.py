"""A warm table of coalitions: moves by hand, what each changes, hints, and the way back.

A board never changes: every step gives another board and what the step changed. What a step
does not touch is shared between the two, so a board of a hundred coalitions counts one or
two of them anew.
"""

import copy
from collections.abc import Iterable
from difflib import get_close_matches

from matcher.core.arrays import Ints
from matcher.core.placement import Mark, MarkKind, Place, Placement, Step
from matcher.core.problem import Problem
from matcher.explain.hints import Hints
from matcher.explain.misplacements import Misplaced, measure, misplaced_as, to_conflict, unpinned
from matcher.explain.tally import Tally
from models.boards import (
    BoardChange,
    BoardHint,
    BoardMark,
    BoardOp,
    BoardStep,
    CoalitionSheet,
)
from models.canonical import round_number
from models.errors import NotFound, WrongState
from models.messages.boards import POOL
from models.text import Text

NOBODY = Text.same("")
"""Whoever keeps boards can say who took a step; a board alone can't."""


class Board:
    """Coalitions being changed by hand.

    Parameters
    ----------
    problem : Problem
        The season and what counts in it; bans of its rules hold.
    members : tuple of (n,) int arrays
        Sorted indices of actors, by slot; empty where a coalition has none.

    Notes
    -----
    Actors and coalitions are named by their ids; a place is a coalition's id, or None for
    the pool, where an actor is as long as it has joined fewer coalitions than it can.
    After any steps the board is equal to one that is laid anew with the same members. A
    locked seat stays until it is unlocked, and whom the board bans from a coalition is not
    in it. Steps raise `NotFound` (`actor_not_found`, `seat_not_found`) for unknown names
    and `WrongState` with the codes that they name.

    At 2,000 actors and 100 coalitions a step takes some milliseconds; see
    `docs/benchmarks.md`.
    """

    def __init__(self, problem: Problem, members: tuple[Ints, ...]) -> None:
        self.problem = problem
        self._placement = Placement.of(members)
        self._tallies = tuple(Tally(problem, s, m) for s, m in enumerate(self.members))
        self._slots = {slot.id: s for s, slot in enumerate(problem.slots)}

    @classmethod
    def resume(
        cls, problem: Problem, members: tuple[Ints, ...], steps: Iterable[BoardStep]
    ) -> "Board":
        """Lay a board and take steps that were taken before; only its end is counted.

        Raises
        ------
        NotFound
            `actor_not_found`, `seat_not_found`: the season has somebody no longer.
        """
        return cls(problem, members).repeat(steps)

    def repeat(self, steps: Iterable[BoardStep]) -> "Board":
        """Take steps that were taken before on this very board, elsewhere.

        Raises
        ------
        NotFound
            As `resume`.
        """
        placement = self._placement
        for step in steps:
            off, on = (frozenset(map(self._mark_of, marks)) for marks in (step.off, step.on))
            number = placement.version + 1
            placement = placement.repeat(Step(number, step.op, off, on, step.takes_back))
        return self._laid(placement)

    def step(self, number: int) -> BoardStep:
        """Give a step that was taken, by ids."""
        step = self._placement.steps[number - 1]
        actors, slots = self.problem.pool.season.actors, self.problem.slots
        off, on = (
            tuple(
                BoardMark(
                    kind=str(mark.kind), actor=actors[mark.actor].id, coalition=slots[mark.slot].id
                )
                for mark in sorted(marks)
            )
            for marks in (step.off, step.on)
        )
        return BoardStep(op=step.op, off=off, on=on, takes_back=step.takes_back)

    @property
    def standing(self) -> tuple[int, ...]:
        """Give the steps that undo can take back, the next one last."""
        return self._placement.done

    @property
    def undone(self) -> tuple[int, ...]:
        """Give the undos that redo can take back, the next one last."""
        return self._placement.undone

    @property
    def members(self) -> tuple[Ints, ...]:
        """Give the members by slot, sorted."""
        return self._placement.members

    @property
    def version(self) -> int:
        """Give how many steps were taken; each one's number."""
        return self._placement.version

    @property
    def objective(self) -> float:
        """Give F of the coalitions that have members, rounded as published."""
        return round_number(self._worth)

    @property
    def pool(self) -> tuple[str, ...]:
        """Give the actors who could join a coalition, or another one, in their order."""
        actors = self.problem.pool.season.actors
        return tuple(actor.id for a, actor in enumerate(actors) if self._is_in_pool(a))

    @property
    def locked(self) -> tuple[tuple[str, str], ...]:
        """Give the locked seats as (actor, coalition), sorted."""
        return self._marked(MarkKind.LOCK)

    @property
    def banned(self) -> tuple[tuple[str, str], ...]:
        """Give the board's own bans as (actor, coalition), sorted."""
        return self._marked(MarkKind.BAN)

    def sheets(self) -> tuple[CoalitionSheet, ...]:
        """Give every coalition's sheet."""
        return tuple(self._sheet(s) for s in range(len(self._tallies)))

    def sheet(self, coalition: str) -> CoalitionSheet:
        """Give one coalition's sheet."""
        return self._sheet(self._slot(coalition))

    def places_of(self, actor: str) -> tuple[str | None, ...]:
        """Give where an actor is: its coalitions in order, then the pool where it is there."""
        a = self._actor(actor)
        seats = self._placement.seats.get(a, ())
        in_pool = (None,) if self._is_in_pool(a) else ()
        return (*(self.problem.slots[s].id for s in seats), *in_pool)

    def hints(self, actor: str) -> tuple[BoardHint, ...]:
        """Say for every coalition what moving an actor there would mean.

        It is moved from the pool where it is there, else from its last coalition.

        Raises
        ------
        WrongState
            `seat_locked`.
        """
        a = self._actor(actor)
        source = None if self._is_in_pool(a) else self._placement.seats[a][-1]
        self._insist_unlocked(a, source)
        return Hints(self.problem, self._placement, self._tallies, a, source).find()

    def move(
        self, actor: str, source: str | None, target: str | None
    ) -> tuple["Board", BoardChange]:
        """Move an actor between coalitions, or from or to the pool.

        Raises
        ------
        WrongState
            `seat_taken`: it is not in `source` any more; `seat_locked`; `already_there`;
            `seat_banned`; `same_place`.
        """
        a, left, joined = self._actor(actor), self._place(source), self._place(target)
        self._insist_movable(a, left, joined)
        return self._step(BoardOp.MOVE, _seats(a, left), _seats(a, joined))

    def swap(
        self, actor: str, source: str | None, other: str, target: str | None
    ) -> tuple["Board", BoardChange]:
        """Let two actors change places: one in `source`, the other in `target`.

        Raises
        ------
        WrongState
            As `move`, of either of them.
        """
        a, left, joined = self._actor(actor), self._place(source), self._place(target)
        b = self._actor(other)
        self._insist_movable(a, left, joined)
        self._insist_movable(b, joined, left)
        off, on = (*_seats(a, left), *_seats(b, joined)), (*_seats(a, joined), *_seats(b, left))
        return self._step(BoardOp.SWAP, off, on)

    def lock(self, actor: str, coalition: str) -> tuple["Board", BoardChange]:
        """Keep an actor in a coalition until it is unlocked.

        Raises
        ------
        WrongState
            `seat_taken`: it is not there any more; `already_locked`.
        """
        a, s = self._actor(actor), self._slot(coalition)
        self._insist_there(a, s)
        if self._placement.is_locked(a, s):
            raise self._refusal("already_locked", a, s)
        return self._step(BoardOp.LOCK, (), (Mark(MarkKind.LOCK, a, s),))

    def unlock(self, actor: str, coalition: str) -> tuple["Board", BoardChange]:
        """Let an actor be moved out of a coalition again.

        Raises
        ------
        WrongState
            `not_locked`.
        """
        a, s = self._actor(actor), self._slot(coalition)
        if not self._placement.is_locked(a, s):
            raise self._refusal("not_locked", a, s)
        return self._step(BoardOp.UNLOCK, (Mark(MarkKind.LOCK, a, s),), ())

    def ban(self, actor: str, coalition: str) -> tuple["Board", BoardChange]:
        """Keep an actor out of a coalition that it is not in.

        Raises
        ------
        WrongState
            `seat_held`: it is in it; `already_banned`.
        """
        a, s = self._actor(actor), self._slot(coalition)
        if s in self._placement.seats.get(a, ()):
            raise self._refusal("seat_held", a, s)
        if self._is_banned(a, s):
            raise self._refusal("already_banned", a, s)
        return self._step(BoardOp.BAN, (), (Mark(MarkKind.BAN, a, s),))

    def unban(self, actor: str, coalition: str) -> tuple["Board", BoardChange]:
        """Lift a ban of the board.

        Raises
        ------
        WrongState
            `not_banned`; `banned_by_season`: its rules ban it, not the board.
        """
        a, s = self._actor(actor), self._slot(coalition)
        if not self._placement.is_banned(a, s):
            is_allowed = self.problem.slots[s].allowed[a]
            raise self._refusal("not_banned" if is_allowed else "banned_by_season", a, s)
        return self._step(BoardOp.UNBAN, (Mark(MarkKind.BAN, a, s),), ())

    def undo(self, number: int | None = None) -> tuple["Board", BoardChange]:
        """Take back a step, by default the last one; it is a step itself.

        Parameters
        ----------
        number : int, optional
            The version that the step led to.

        Raises
        ------
        WrongState
            `nothing_to_undo`; `undo_blocked`: a later step, which is named, changed the same, or
            took the place that the actor would have again.
        """
        return self._take_back(BoardOp.UNDO, self._placement.done, number)

    def redo(self, number: int | None = None) -> tuple["Board", BoardChange]:
        """Take back an undo, by default the last one; steps in between forget them all.

        Raises
        ------
        WrongState
            `nothing_to_redo`; `redo_blocked`.
        """
        return self._take_back(BoardOp.REDO, self._placement.undone, number)

    def restore(self, version: int) -> tuple["Board", BoardChange]:
        """Go back to what the board was after so many steps, locks and bans included.

        Raises
        ------
        NotFound
            `version_not_found`.
        """
        if not 0 <= version <= self.version:
            raise NotFound("version_not_found", name=version, known=self.version)
        marks, now = self._placement.marks_at(version), self._placement.marks
        return self._step(BoardOp.RESTORE, now - marks, marks - now, version)

    def _take_back(
        self, op: BoardOp, standing: tuple[int, ...], number: int | None
    ) -> tuple["Board", BoardChange]:
        if not standing or (number is not None and number not in standing):
            raise WrongState(f"nothing_to_{op}")
        chosen = standing[-1] if number is None else number
        blocker = self._placement.blocker_of(chosen, self._is_pushed)
        if blocker is not None:
            raise WrongState(f"{op}_blocked", step=chosen, later=blocker.number, who=NOBODY)
        return self._become(self._placement.take_back(chosen, op))

    def _is_pushed(self, actor: int, now: tuple[int, ...], then: tuple[int, ...]) -> bool:
        """Say whether other seats break an actor's capacity, or siblings, by more."""
        before, after = (
            measure(
                self.problem,
                (i for i in misplaced_as(self.problem, actor, seats) if i.rule != "ban"),
            )
            for seats in (now, then)
        )
        return not after <= before

    def _step(
        self,
        op: BoardOp,
        off: Iterable[Mark],
        on: Iterable[Mark],
        takes_back: int | None = None,
    ) -> tuple["Board", BoardChange]:
        return self._become(self._placement.take(op, off, on, takes_back))

    def _laid(self, placement: Placement) -> "Board":
        """Give the board of a placement, counting anew those whose members are others."""
        after = copy.copy(self)
        after._placement = placement
        after._tallies = tuple(
            tally if tally.members is members else Tally(self.problem, s, members)
            for s, (tally, members) in enumerate(zip(self._tallies, placement.members, strict=True))
        )
        return after

    def _become(self, placement: Placement) -> tuple["Board", BoardChange]:
        """Give the board of a placement one step on, and what the step changed."""
        after, step = self._laid(placement), placement.steps[-1]
        touched = {mark.slot for mark in step.off ^ step.on if mark.kind is MarkKind.SEAT}
        near = touched.union(*(self._slots_near(a) | after._slots_near(a) for a in step.actors))
        changed = (
            sheet
            for s in sorted(near)
            if (sheet := after._sheet(s)) != self._sheet(s) or s in touched
        )
        return after, BoardChange(
            version=placement.version,
            op=step.op,
            changed=tuple(changed),
            gain=round_number(after._worth - self._worth),
            objective=after.objective,
            takes_back=step.takes_back,
        )

    @property
    def _worth(self) -> float:
        totals = [tally.total for tally in self._tallies]
        return self.problem.objective([total for total in totals if total is not None])

    def _slots_near(self, actor: int) -> set[int]:
        """Give the slots whose sheets speak of an actor: its seats, and where it is pinned."""
        pinned = (group for pinned, group in self.problem.pins if pinned == actor)
        return set(self._placement.seats.get(actor, ())).union(*pinned)

    def _misplaced(self, s: int) -> list[Misplaced]:
        """Give who is in a slot and may not be, in order, then who is pinned there and is not."""
        seats = self._placement.seats
        found = [
            item
            for a in self.members[s].tolist()
            for item in misplaced_as(self.problem, a, seats[a])
            if s in item.slots
        ]
        for actor, group in self.problem.pins:
            if s in group:
                found += unpinned((actor, group), seats.get(actor, ()))
        return found

    def _sheet(self, s: int) -> CoalitionSheet:
        tally = self._tallies[s]
        total, scores = tally.rounded
        misplaced = (to_conflict(self.problem, s, item) for item in self._misplaced(s))
        return CoalitionSheet(
            coalition=tally.slot.id,
            size=len(tally.members),
            total=total,
            scores=scores,
            broken=(*tally.conflicts, *misplaced),
            penalties=tally.penalties,
        )

    def _marked(self, kind: MarkKind) -> tuple[tuple[str, str], ...]:
        actors, slots = self.problem.pool.season.actors, self.problem.slots
        found = (mark for mark in self._placement.marks if mark.kind is kind)
        return tuple(sorted((actors[mark.actor].id, slots[mark.slot].id) for mark in found))

    def _actor(self, identifier: str) -> int:
        index = self.problem.pool.season.actor_index
        if identifier not in index:
            known = get_close_matches(identifier, index)
            raise NotFound("actor_not_found", name=identifier, known=", ".join(known) or "–")
        return index[identifier]

    def _slot(self, identifier: str) -> int:
        if identifier not in self._slots:
            known = get_close_matches(identifier, self._slots) or [*self._slots]
            raise NotFound("seat_not_found", name=identifier, known=", ".join(known))
        return self._slots[identifier]

    def _mark_of(self, mark: BoardMark) -> Mark:
        return Mark(MarkKind(mark.kind), self._actor(mark.actor), self._slot(mark.coalition))

    def _place(self, identifier: str | None) -> Place:
        return None if identifier is None else self._slot(identifier)

    def _is_in_pool(self, actor: int) -> bool:
        """Say whether an actor has joined fewer coalitions than it can, or none."""
        taken = len(self._placement.seats.get(actor, ()))
        return taken < max(1, int(self.problem.pool.capacity[actor]))

    def _is_banned(self, actor: int, s: int) -> bool:
        is_allowed = bool(self.problem.slots[s].allowed[actor])
        return not is_allowed or self._placement.is_banned(actor, s)

    def _insist_movable(self, actor: int, left: Place, joined: Place) -> None:
        """Refuse a move that is not what the board shows, or that a lock or a ban forbids."""
        if left == joined:
            raise self._refusal("same_place", actor, left)
        self._insist_there(actor, left)
        self._insist_unlocked(actor, left)
        if joined is None:
            return
        if joined in self._placement.seats.get(actor, ()):
            raise self._refusal("already_there", actor, joined)
        if self._is_banned(actor, joined):
            raise self._refusal("seat_banned", actor, joined)

    def _insist_there(self, actor: int, place: Place) -> None:
        seats = self._placement.seats.get(actor, ())
        if not (self._is_in_pool(actor) if place is None else place in seats):
            names = [self._name(s) for s in seats]
            now = Text(sv=", ".join(names), en=", ".join(names)) if names else POOL
            raise self._refusal("seat_taken", actor, place, now=now, who=NOBODY)

    def _insist_unlocked(self, actor: int, place: Place) -> None:
        if place is not None and self._placement.is_locked(actor, place):
            raise self._refusal("seat_locked", actor, place)

    def _name(self, s: int) -> str:
        return self.problem.slots[s].id

    def _refusal(self, code: str, actor: int, place: Place, **more: object) -> WrongState:
        name = self.problem.pool.season.actors[actor].name
        where = POOL if place is None else self._name(place)
        return WrongState(code, name=name, place=where, **more)


def _seats(actor: int, place: Place) -> tuple[Mark, ...]:
    """Give an actor's seat in a place; in the pool it has none."""
    return () if place is None else (Mark(MarkKind.SEAT, actor, place),)
