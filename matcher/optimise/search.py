"""Improvement on the full objective: descent, ejection chains and annealing.

The neighbourhoods are an actor of the waiting list (or with room left) for a member, a
member of one coalition for a member of another, and chains in which one actor enters, the
one it displaces moves on, and a third leaves. A row scan draws one threshold for a seat and
takes the first partner, from a random place on, whose gain passes it.

References
----------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983), Optimization by simulated annealing.
Glover, F. (1996), Ejection chains, reference structures and alternating path methods.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from matcher.constraints.size import SIZE
from matcher.core.arrays import Bools, Ints
from matcher.core.problem import Problem
from matcher.criteria.criterion import measure
from matcher.optimise import moves
from matcher.optimise.compiling import compiled, inner
from matcher.optimise.moves import SearchState, open_state
from matcher.optimise.narrowing import NEAR, find_near, is_large, tabulate_narrowed
from matcher.optimise.seats import Seats

HEATS = (1e-3, 1e-4)
"""First and last temperature, in T of one coalition."""
WORST_HEATS = (2e-3, 1e-5)
"""The same where the worst coalition counts for more than the mean."""
SMOOTH = (0.5, 0.9)
LEAST_GAIN = 1e-10
FLOOR_EPS = 1e-9
CHAIN_GAIN = -0.01
"""The most that the first step of a chain may lose, in T of one coalition."""
DRAWS = 61
"""Random numbers that the places are taken from where a descent's row scans begin."""
SLICE = 10
"""Sweeps between two looks at the clock."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """Members of every slot with their worth.

    Attributes
    ----------
    members : tuple of (n,) int arrays
        Sorted, by slot; empty where the coalition is not formed.
    missing : int
        Units of hard rules missing beyond what was given up, seats of overlaps, and 1 where
        a criterion is below its floor.
    """

    members: tuple[Ints, ...]
    objective: float
    missing: int


def evaluate(problem: Problem, seats: Seats, members: tuple[Ints, ...]) -> Grouping:
    """Score a grouping from scratch."""
    totals, missing = [], 0
    for s, chosen in enumerate(members):
        if len(chosen):
            totals.append(problem.total(problem.slots[s], chosen))
            missing += _missing(problem, seats, s, chosen)
    missing += sum(overlap.shortfall(members) for overlap in problem.overlaps)
    missing += int(_is_below_floor(problem, members))
    return Grouping(
        tuple(np.sort(chosen) for chosen in members), problem.objective(totals), missing
    )


def _is_below_floor(problem: Problem, members: tuple[Ints, ...]) -> bool:
    if problem.floor is None:
        return False
    key, least = problem.floor
    values = [
        measure(slot.terms[key], chosen)
        for slot, chosen in zip(problem.slots, members, strict=True)
        if len(chosen)
    ]
    return bool(values) and sum(values) / len(values) < least - FLOOR_EPS


def _missing(problem: Problem, seats: Seats, s: int, chosen: Ints) -> int:
    slot = problem.slots[s]
    return sum(
        max(0, rule.shortfall(problem.pool, chosen) - units)
        for rule, units in zip(slot.rules, seats.give_ups[s], strict=True)
        if rule.rule.kind != SIZE
    )


def rank_grouping(grouping: Grouping) -> tuple[int, float]:
    """Order groupings: what is missing first, then the worth."""
    return -grouping.missing, grouping.objective


def _never() -> bool:
    return False


class Search:
    """Searches of one problem with settled seats."""

    def __init__(self, problem: Problem, seats: Seats) -> None:
        self.problem, self.seats = problem, seats
        self.is_large = is_large(problem, seats)
        self._lay_out(find_near(problem, seats) if self.is_large else None, seats.start)

    def restrict(self, columns: Bools | None) -> None:
        """Look only at these columns from now on: (S, A); at all that are allowed for None.

        Where there are too many, None stands for those that are near by themselves.
        """
        if self.is_large:
            near = find_near(self.problem, self.seats) if columns is None else columns
            self._lay_out(near, self.seats.start)
        else:
            self._look_at(self.tables.allowed if columns is None else columns)

    def widen(self) -> None:
        """Look at four times as many as are near by themselves."""
        self._lay_out(find_near(self.problem, self.seats, 4 * NEAR), self.seats.start)

    def _lay_out(self, columns: Bools | None, members: tuple[Ints, ...]) -> None:
        self._columns = columns
        self._layout = tabulate_narrowed(self.problem, self.seats, columns, members)
        self.tables, self.parts = self._layout.tables, self._layout.parts
        self._look_at(self._layout.columns)

    def _look_at(self, columns: Bools) -> None:
        kept = self.tables.allowed & columns
        self.column_start = np.r_[0, np.cumsum(kept.sum(axis=1))].astype(np.int64)
        self.column = np.nonzero(kept)[1].astype(np.int64)

    def _open(self, members: tuple[Ints, ...], balance: float) -> SearchState:
        """Set up the state of members, who are let into the tables where they are not yet."""
        if not self._layout.holds(members):
            self._lay_out(self._columns, members)
        tables = self.tables._replace(balance=balance)
        return open_state(tables, self.parts, self._layout.to_own(members))

    @property
    def looks(self) -> int:
        """Give how many partners one sweep looks at, at most."""
        sizes, columns = np.array(self.seats.sizes), np.diff(self.column_start)
        return int((sizes * columns).sum())

    def descend(self, start: tuple[Ints, ...], sweeps: int) -> Grouping:
        """Make improving moves until there is none, or the sweeps are spent."""
        state = self._open(start, self.tables.balance)
        draws = np.random.default_rng(self.problem.seed).random(DRAWS)
        _descend(self.tables, state, self.column_start, self.column, draws, sweeps)
        return self._read(state)

    def anneal(
        self,
        start: tuple[Ints, ...],
        sweeps: int,
        runs: int = 1,
        stop: Callable[[], bool] = _never,
    ) -> Grouping:
        """Anneal from one grouping in several runs at once; give the best.

        Parameters
        ----------
        sweeps : int
            Times that every seat looks for a partner, in each run.
        runs : int
            The first takes the problem's seed, the others those that follow it.
        stop : callable
            Says when to end early.
        """

        self._open(start, self.tables.balance)

        def run(number: int) -> Grouping:
            return self._anneal(start, self.problem.seed + number, sweeps, stop)

        with ThreadPoolExecutor(max_workers=runs) as threads:
            found = list(threads.map(run, range(runs)))
        return max(found, key=rank_grouping)

    def _anneal(
        self, start: tuple[Ints, ...], seed: int, sweeps: int, stop: Callable[[], bool]
    ) -> Grouping:
        random = np.random.default_rng(seed)
        best = self._read(self._open(start, self.tables.balance))
        members = start
        balances = self._balances()
        sweeps = max(1, sweeps // len(balances))
        for balance in balances:
            state = self._open(members, balance)
            self._cool(state, balance, random, sweeps, stop)
            _descend(
                self.tables, state, self.column_start, self.column, random.random(DRAWS), sweeps
            )
            found = self._read(state)
            members = found.members
            best = max(best, found, key=rank_grouping)
        return best

    def _balances(self) -> list[float]:
        """Give the balances to anneal with.

        Where the worst coalition is nearly all that counts, most moves change nothing: the
        mean comes first, and keeps a share.
        """
        balance = self.tables.balance
        if balance <= SMOOTH[0]:
            return [balance]
        return [each for each in SMOOTH if each < balance]

    def _cool(
        self,
        state: SearchState,
        balance: float,
        random: np.random.Generator,
        sweeps: int,
        stop: Callable[[], bool],
    ) -> None:
        """Anneal a state, and leave it at the best seats seen."""
        tables = self.tables._replace(balance=balance)
        hot, cold = HEATS if balance <= SMOOTH[0] else WORST_HEATS
        factor = (cold / hot) ** (1 / max(1, sweeps - 1))
        record, seat = np.zeros(2), state.at.seat.copy()
        for done in range(0, sweeps, SLICE):
            if stop():
                break
            draws = random.random((min(SLICE, sweeps - done), sum(self.seats.sizes), 2))
            heat = hot / tables.formed * factor**done
            _cool(tables, state, self.column_start, self.column, draws, heat, factor, record, seat)
        state.at.seat[:] = seat
        moves.fill(self.tables, state)

    def _read(self, state: SearchState) -> Grouping:
        moves.check(state)
        seats, actors = state.at.seat, self._layout.actors
        members = tuple(np.sort(actors[seats[s, :n]]) for s, n in enumerate(self.seats.sizes))
        return evaluate(self.problem, self.seats, members)


@inner()
def _look(t, z, column_start, column, s, k, threshold, draw):  # type: ignore[no-untyped-def]
    """Make the first move of a seat whose gain is above a threshold; give the gain."""
    i = z.at.seat[s, k]
    begin, count = column_start[s], column_start[s + 1] - column_start[s]
    if t.held[s, i] or count == 0:
        return 0.0
    at = int(draw * count)
    for _ in range(count):
        x = column[begin + at]
        at = at + 1 if at + 1 < count else 0
        if z.at.place[s, x] >= 0:
            continue
        one = moves.after(t, z, s, i, x)
        if one == moves.FORBIDDEN:
            continue
        is_free = z.load[x] < t.capacity[x]
        for h in range(1 if is_free else z.load[x]):
            u = -1 if is_free else z.home[x, h]
            other = 0.0
            if is_free:
                if moves.is_beside(t, z, s, x, -1):
                    continue
            elif not _may_swap(t, z, s, i, u, x):
                continue
            else:
                other = moves.after(t, z, u, x, i)
                if other == moves.FORBIDDEN:
                    continue
            gain = moves.gain_of(t, z, s, one, u, other)
            gain += moves.overlap_gain(t, z, s, i, x, u)
            if gain > threshold:
                if u >= 0:
                    moves.replace(t, z, u, z.at.place[u, x], i)
                moves.replace(t, z, s, k, x)
                return gain
    return 0.0


@inner(forceinline=True)
def _may_swap(t, z, s, i, u, x):  # type: ignore[no-untyped-def]
    """Say whether i of s and x of u may change places, the rows aside."""
    if t.held[u, x] or not t.allowed[u, i] or not t.allowed[s, x] or z.at.place[u, i] >= 0:
        return False
    return not moves.is_beside(t, z, s, x, u) and not moves.is_beside(t, z, u, i, s)


@inner()
def _chain(t, z, column_start, column, s, k):  # type: ignore[no-untyped-def]
    """Try to let somebody in for a seat's actor, who takes another's place; give the gain."""
    i = z.at.seat[s, k]
    if t.held[s, i]:
        return 0.0
    best, entering = z.totals[s] + CHAIN_GAIN, -1
    for q in range(column_start[s], column_start[s + 1]):
        x = column[q]
        is_free = z.at.place[s, x] < 0 and z.load[x] < t.capacity[x]
        if is_free and not moves.is_beside(t, z, s, x, -1):
            one = moves.after(t, z, s, i, x)
            if one > best:
                best, entering = one, x
    if entering < 0:
        return 0.0
    for u in range(len(t.sizes)):
        if u == s or not t.allowed[u, i] or z.at.place[u, i] >= 0 or moves.is_beside(t, z, u, i, s):
            continue
        for other_k in range(t.sizes[u]):
            j = z.at.seat[u, other_k]
            if t.held[u, j]:
                continue
            other = moves.after(t, z, u, j, i)
            if other > moves.FORBIDDEN:
                gain = moves.gain_of(t, z, s, best, u, other)
                if gain > LEAST_GAIN:
                    moves.replace(t, z, s, k, entering)
                    moves.replace(t, z, u, other_k, i)
                    return gain
    return 0.0


@compiled()
def _descend(t, z, column_start, column, draws, sweeps):  # type: ignore[no-untyped-def]
    """Sweep over the seats until none has an improving move, nor begins a chain that is one."""
    for _ in range(sweeps):
        gained = 0.0
        for s in range(len(t.sizes)):
            for k in range(t.sizes[s]):
                gain = _look(t, z, column_start, column, s, k, LEAST_GAIN, draws[k % len(draws)])
                if gain > 0.0:
                    gained += gain
        if gained > 0.0:
            continue
        if len(t.overlaps) == 0:
            for s in range(len(t.sizes)):
                for k in range(t.sizes[s]):
                    gain = _chain(t, z, column_start, column, s, k)
                    if gain > 0.0:
                        gained += gain
        if gained == 0.0:
            return


@compiled()
def _cool(t, z, column_start, column, draws, heat, factor, record, seat):  # type: ignore[no-untyped-def]
    """Anneal for some sweeps; keep the best seats seen at a sweep's end.

    `record[0]` is what F has gained since the start, `record[1]` the most of it.
    """
    moves.fill(t, z)
    for sweep in range(len(draws)):
        at = 0
        for s in range(len(t.sizes)):
            for k in range(t.sizes[s]):
                threshold = heat * np.log(1.0 - draws[sweep, at, 0])
                draw = draws[sweep, at, 1]
                at += 1
                gain = _look(t, z, column_start, column, s, k, threshold, draw)
                if gain != 0.0:
                    record[0] += gain
        if record[0] > record[1] + LEAST_GAIN:
            record[1] = record[0]
            for s in range(len(t.sizes)):
                for k in range(t.sizes[s]):
                    seat[s, k] = z.at.seat[s, k]
        heat *= factor
