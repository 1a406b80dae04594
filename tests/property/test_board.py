"""After any steps a board is what it would be if it were laid anew."""

from collections.abc import Iterable
from random import Random

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from matcher.board import Board
from matcher.core.problem import build_problem
from matcher.scoring import score_coalitions
from models.boards import BoardChange
from models.errors import WrongState
from models.scores import CoalitionMembers, Conflict
from tests.kit.boards import (
    MISPLACED,
    board_season,
    plain_excess,
    plain_misplaced,
    plain_objective,
    plain_sheet,
)
from tests.kit.rules import make_rule
from tests.kit.seasons import give_reading

ROUNDING = 2e-6
Pair = tuple[int, int]
actors = st.integers(0, 8)
places = st.sampled_from([None, 0, 1, 2])
slots = st.sampled_from([0, 1, 2])


def members_of(seats: Iterable[Pair]) -> tuple[np.ndarray, ...]:
    return tuple(np.array(sorted(a for a, t in seats if t == s), dtype=np.int64) for s in range(3))


class BoardMachine(RuleBasedStateMachine):
    """Does anything to a board and to three plain sets of seats, locks and bans."""

    @initialize(seed=st.integers(0, 10_000), empty=st.booleans())
    def lay(self, seed: int, empty: bool) -> None:
        draw = Random(seed)
        self.season, self.fits = board_season(seed)
        self.problem = build_problem(self.season, self.fits)
        count = len(self.season.actors)
        self.ids = [actor.id for actor in self.season.actors]
        self.slot_ids = [slot.id for slot in self.problem.slots]
        self.seats: set[Pair] = set()
        self.locks: set[Pair] = set()
        self.bans: set[Pair] = set()
        if not empty:
            for s in range(3):
                self.seats |= {(a, s) for a in draw.sample(range(count), draw.randint(0, 4))}
        self.board = Board(self.problem, self.members())
        self.past = [self.state()]

    def members(self) -> tuple[np.ndarray, ...]:
        return members_of(self.seats)

    def state(self) -> tuple[frozenset[Pair], ...]:
        return frozenset(self.seats), frozenset(self.locks), frozenset(self.bans)

    def place(self, s: int | None) -> str | None:
        return None if s is None else self.slot_ids[s]

    def is_in(self, a: int, s: int | None) -> bool:
        taken = sum(b == a for b, _ in self.seats)
        return taken < max(1, self.season.actors[a].capacity) if s is None else (a, s) in self.seats

    def is_banned(self, a: int, s: int | None) -> bool:
        return s is not None and ((a, s) in self.bans or not self.problem.slots[s].allowed[a])

    def refusal(self, a: int, left: int | None, joined: int | None) -> str | None:
        if left == joined:
            return "same_place"
        if not self.is_in(a, left):
            return "seat_taken"
        if (a, left) in self.locks:
            return "seat_locked"
        if joined is not None and (a, joined) in self.seats:
            return "already_there"
        return "seat_banned" if self.is_banned(a, joined) else None

    def shift(self, a: int, left: int | None, joined: int | None) -> None:
        self.seats -= {(a, s) for s in (left,) if s is not None}
        self.seats |= {(a, s) for s in (joined,) if s is not None}

    def take(self, method: str, *given: object, code: str | None) -> BoardChange | None:
        """Take a step, or see it refused with a code; the board before stays what it was."""
        before = self.board
        if code is not None:
            with pytest.raises(WrongState) as caught:
                getattr(before, method)(*given)
            assert caught.value.code == code
            assert caught.value.text.sv
            return None
        sheets = before.sheets()
        self.board, change = getattr(before, method)(*given)
        assert before.sheets() == sheets
        assert change.version == self.board.version == before.version + 1
        assert change.gain == pytest.approx(self.board.objective - before.objective, abs=ROUNDING)
        assert change.objective == self.board.objective
        now = self.board.sheets()
        moved = [
            s for s in range(3) if before.members[s].tolist() != self.board.members[s].tolist()
        ]
        differ = [s for s in range(3) if s in moved or now[s] != sheets[s]]
        assert change.changed == tuple(now[s] for s in differ)
        return change

    def keep(self) -> None:
        self.past.append(self.state())

    def recall(self, state: tuple[frozenset[Pair], ...]) -> None:
        self.seats, self.locks, self.bans = (set(pairs) for pairs in state)

    @rule(a=actors, left=places, joined=places)
    def move(self, a: int, left: int | None, joined: int | None) -> None:
        a %= len(self.ids)
        code = self.refusal(a, left, joined)
        if self.take("move", self.ids[a], self.place(left), self.place(joined), code=code):
            self.shift(a, left, joined)
            self.keep()

    @rule(a=actors, b=actors, left=places, joined=places)
    def swap(self, a: int, b: int, left: int | None, joined: int | None) -> None:
        a, b = a % len(self.ids), b % len(self.ids)
        code = self.refusal(a, left, joined) or self.refusal(b, joined, left)
        given = (self.ids[a], self.place(left), self.ids[b], self.place(joined))
        if self.take("swap", *given, code=code):
            self.shift(a, left, joined)
            self.shift(b, joined, left)
            self.keep()

    @rule(a=actors, s=slots)
    def lock(self, a: int, s: int) -> None:
        a %= len(self.ids)
        code = None if (a, s) in self.seats else "seat_taken"
        code = "already_locked" if (a, s) in self.locks else code
        if self.take("lock", self.ids[a], self.slot_ids[s], code=code):
            self.locks.add((a, s))
            self.keep()

    @rule(a=actors, s=slots)
    def unlock(self, a: int, s: int) -> None:
        a %= len(self.ids)
        code = None if (a, s) in self.locks else "not_locked"
        if self.take("unlock", self.ids[a], self.slot_ids[s], code=code):
            self.locks.discard((a, s))
            self.keep()

    @rule(a=actors, s=slots)
    def ban(self, a: int, s: int) -> None:
        a %= len(self.ids)
        code = "already_banned" if self.is_banned(a, s) else None
        code = "seat_held" if (a, s) in self.seats else code
        if self.take("ban", self.ids[a], self.slot_ids[s], code=code):
            self.bans.add((a, s))
            self.keep()

    @rule(a=actors, s=slots)
    def unban(self, a: int, s: int) -> None:
        a %= len(self.ids)
        code = None
        if (a, s) not in self.bans:
            code = "banned_by_season" if self.is_banned(a, s) else "not_banned"
        if self.take("unban", self.ids[a], self.slot_ids[s], code=code):
            self.bans.discard((a, s))
            self.keep()

    @precondition(lambda self: len(self.past) > 1)
    @rule(back=st.integers(1, 5))
    def undo(self, back: int) -> None:
        """Undo, one step or one further back: all that it did is as before, and no more."""
        number = self.board.version - back + 1
        try:
            after, _ = self.board.undo(number)
        except WrongState as error:
            assert error.code in ("nothing_to_undo", "undo_blocked")
            if error.code == "undo_blocked":
                assert number < error.params["later"] <= self.board.version
                assert not self.can_be_undone(number)
            return
        assert self.can_be_undone(number)
        state = self.undone_state(number)
        self.take("undo", number, code=None)
        assert after.sheets() == self.board.sheets()
        self.recall(state)
        self.keep()

    @precondition(lambda self: self.seats)
    @rule(i=st.integers(0, 20), joined=slots)
    def go_through_the_pool(self, i: int, joined: int) -> None:
        """Leave a seat, take another, and undo the leaving: that may be one seat too many."""
        a, left = sorted(self.seats)[i % len(self.seats)]
        version = self.board.version
        self.move(a, left, None)
        self.move(a, None, joined)
        if self.board.version == version + 2:
            self.undo(2)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo_and_redo(self) -> None:
        before = self.state()
        try:
            undone, change = self.board.undo()
        except WrongState as error:
            assert error.code in ("nothing_to_undo", "undo_blocked")
            return
        again, _ = undone.redo()
        assert again.sheets() == self.board.sheets()
        assert (again.locked, again.banned) == (self.board.locked, self.board.banned)
        self.board = again
        assert change.takes_back is not None
        self.past.append(self.undone_state(change.takes_back))
        self.recall(before)
        self.keep()

    def can_be_undone(self, number: int) -> bool:
        """Say whether what a step did still stands, and locks and bans would be as they must."""
        was, became = self.past[number - 1], self.past[number]
        seats, locks, bans = self.undone_state(number)
        stands = all(
            (new - old) <= now and not (old - new) & now
            for now, new, old in zip(self.state(), became, was, strict=True)
        )
        stands = stands and locks <= seats and not bans & seats
        return stands and not self.is_any_pushed(was[0], seats)

    def is_any_pushed(self, found: frozenset[Pair], seats: frozenset[Pair]) -> bool:
        """Say whether seats are too many that are neither of now nor what a step once found."""
        now, then = (plain_excess(self.problem, members_of(each)) for each in (self.seats, seats))
        changed = {a for a, _ in found ^ seats}
        return any(then[key] > now[key] for key in then if key[0] != "pin" and key[1] in changed)

    def undone_state(self, number: int) -> tuple[frozenset[Pair], ...]:
        was, became = self.past[number - 1], self.past[number]
        return tuple(
            (now - (new - old)) | (old - new)
            for now, new, old in zip(self.state(), became, was, strict=True)
        )

    @precondition(lambda self: len(self.past) > 1)
    @rule(share=st.floats(0, 1))
    def restore(self, share: float) -> None:
        version = round(share * self.board.version)
        self.take("restore", version, code=None)
        self.recall(self.past[version])
        self.keep()

    @rule(a=actors)
    def hints(self, a: int) -> None:
        """Every hint is what the move, and the best of all swaps, would then do."""
        a %= len(self.ids)
        actor, source = self.ids[a], self.board.places_of(self.ids[a])[-1]
        left = None if source is None else self.slot_ids.index(source)
        if (a, left) in self.locks:
            with pytest.raises(WrongState, match="locked"):
                self.board.hints(actor)
            return
        hints = self.board.hints(actor)
        assert [hint.coalition for hint in hints] == self.slot_ids
        for s, hint in enumerate(hints):
            code = self.refusal(a, left, s)
            if (a, s) in self.seats:
                assert (hint.gain, hint.breaks, hint.best_swap) == (0.0, (), None)
                continue
            if code is None:
                after, change = self.board.move(actor, source, self.slot_ids[s])
                assert hint.gain == pytest.approx(change.gain, abs=ROUNDING)
                self.insist_on_breaks(hint.breaks, after)
            else:
                assert code == "seat_banned"
                assert "ban" in [conflict.rule for conflict in hint.breaks]
            gains = {}
            for b in self.board.members[s].tolist():
                if not (code or self.refusal(b, s, left)):
                    gains[self.ids[b]] = self.board.swap(
                        actor, source, self.ids[b], self.slot_ids[s]
                    )
            if not gains:
                assert hint.best_swap is None
                continue
            best = hint.best_swap
            assert best is not None
            after, change = gains[best.actor]
            assert best.gain == pytest.approx(change.gain, abs=ROUNDING)
            assert best.gain >= max(c.gain for _, c in gains.values()) - ROUNDING
            self.insist_on_breaks(best.breaks, after)

    def insist_on_breaks(self, breaks: tuple[Conflict, ...], after: Board) -> None:
        """What is said to break is broken then; where more is broken, something is said."""
        broken = [
            [conflict for sheet in board.sheets() for conflict in sheet.broken]
            for board in (self.board, after)
        ]
        assert {repr(conflict) for conflict in breaks} <= {repr(c) for c in broken[1]}
        assert not breaks or {repr(c) for c in broken[0]} != {repr(c) for c in broken[1]}
        now = {(c.rule, repr(c.keys), c.coalition): c.cost for c in broken[0]}
        for c in breaks:
            assert c.rule in MISPLACED or c.cost > now.get((c.rule, repr(c.keys), c.coalition), 0)
        costs = [sum(conflict.cost for conflict in conflicts) for conflicts in broken]
        if costs[1] > costs[0]:
            assert breaks
        before, then = (plain_excess(self.problem, b.members) for b in (self.board, after))
        worse = [
            (rule, self.ids[a]) for rule, a, i in then if then[rule, a, i] > before[rule, a, i]
        ]
        said = [(c.rule, c.keys["actor"]) for c in breaks if c.rule in MISPLACED]
        assert sorted(said) == sorted(worse)

    @invariant()
    def equals_itself_laid_anew(self) -> None:
        members = self.members()
        assert [m.tolist() for m in self.board.members] == [m.tolist() for m in members]
        named = [
            tuple(sorted((self.ids[a], self.slot_ids[s]) for a, s in pairs))
            for pairs in (self.locks, self.bans)
        ]
        assert [self.board.locked, self.board.banned] == named
        fresh = Board(self.problem, members)
        assert self.board.sheets() == fresh.sheets()
        assert self.board.objective == fresh.objective
        assert self.board.objective == pytest.approx(
            plain_objective(self.problem, members), abs=1e-6
        )
        for s, sheet in enumerate(self.board.sheets()):
            plain = plain_sheet(self.problem, members, s)
            rules = [c for c in sheet.broken if c.rule not in MISPLACED]
            assert sheet.evolve(broken=tuple(rules)) == plain
            others = [c for c in sheet.broken if c.rule in MISPLACED]
            assert sheet.broken == (*rules, *others)
            assert [(c.rule, c.keys["actor"], c.asked, c.given) for c in others] == plain_misplaced(
                self.problem, members, s
            )

    @invariant()
    def equals_the_score_of_its_coalitions(self) -> None:
        """Under the season's rules and the board's bans, as `koalition score` has it."""
        bans = tuple(
            make_rule(
                "ban",
                self.problem.slots[s].challenge.id,
                coalition=self.slot_ids[s],
                actor=self.ids[a],
            )
            for a, s in sorted(self.bans)
        )
        if any((a, s) in self.bans for a, group in self.problem.pins for s in group):
            return  # a season whose pins are banned is refused
        season = self.season.evolve(rules=(*self.season.rules, *bans))
        given = tuple(
            CoalitionMembers(
                id=slot.id,
                challenge_id=slot.challenge.id,
                members=tuple(self.ids[a] for a in chosen.tolist()),
            )
            for slot, chosen in zip(self.problem.slots, self.members(), strict=True)
        )
        scored = score_coalitions(season, give_reading(self.fits), given)
        assert scored.objective == self.board.objective
        for score, sheet in zip(scored.coalitions, self.board.sheets(), strict=True):
            assert (score.id, score.size, score.total, score.scores) == (
                sheet.coalition,
                sheet.size,
                sheet.total,
                sheet.scores,
            )
            assert [c.model_dump(exclude={"text"}) for c in score.violations] == [
                c.model_dump(exclude={"text"}) for c in sheet.broken
            ]


TestBoard = BoardMachine.TestCase
TestBoard.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
