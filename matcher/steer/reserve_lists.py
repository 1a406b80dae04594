"""Reserve lists that let a coalition survive the drop-outs that are likely.

Drop-outs are drawn, actors independently of each other, each by its own stated chance. A
list is chosen greedily by the vacated seats that it can be expected to fill, which is a
submodular function of the list, so that greed loses little: a list from the same candidates
fills at most about half as much again. Among those who add nearly the most, within a
hundredth of it, the smaller fall in F decides. A coalition survives when reserves at hand,
called in the list's order, fill every seat with no rule missed by more than before.

References
----------
Kleywegt, A. J., Shapiro, A., Homem-de-Mello, T. (2002), The sample average approximation
method for stochastic discrete optimization.
Nemhauser, G. L., Wolsey, L. A., Fisher, M. L. (1978), An analysis of approximations for
maximizing submodular set functions.
"""

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.changes import mark_seats, seats_of
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.reserves import best_first, can_replace, losses, totals_of
from models.canonical import round_number
from models.ports.progress import Progress
from models.proposals import Proposal
from models.seasons import Season
from models.steering import ReserveList, Standby

DRAWS = 1_000
LONGEST = 8
"""Subsets of a list are gone through."""
CANDIDATES = 15
"""Actors for each seat who may come on the list: those who would take it at the least loss."""
NEAR = 0.99
"""Of the most that a reserve would add, from which on the fall in F decides."""


@dataclass(eq=False)
class _List:
    """One coalition's list as it grows.

    Attributes
    ----------
    gone : (D, n) bool array
        Who drops out in each draw.
    fits : dict of int to (n,) bool array
        By candidate, the seats that it can take without any rule losing.
    table : (n, A) float array
        The fall in F of every replacement.
    totals : dict of int to float
        T of the coalitions as they are, by slot.
    chosen : list of int
        The list.
    """

    s: int
    gone: Bools
    fits: dict[int, Bools]
    table: Floats
    totals: dict[int, float]
    chosen: list[int] = field(default_factory=list)


def choose_reserves(
    season: Season,
    reading: Reading,
    proposal: Proposal,
    chances: Mapping[str, float],
    length: int,
    progress: Progress,
) -> tuple[ReserveList, ...]:
    """Choose a reserve list for each coalition.

    Parameters
    ----------
    chances : mapping of str to float
        For each actor's id the chance that it drops out, or is not there when asked.
    length : int
        Reserves on each list, at most 8; fewer where no other would fill a seat. Nobody is on
        more lists than it has room for coalitions.
    """
    problem = problem_under(season, reading.fits, proposal.settings)
    members = seats_of(problem, proposal.memberships)
    there = _Presence(problem, chances)
    totals = totals_of(problem, members)
    lists = [
        _List(
            s,
            np.stack([~there.draws(a) for a in own.tolist()], axis=1),
            _candidates(problem, members, s, table),
            table,
            totals,
        )
        for s, own in enumerate(members)
        if len(own)
        for table in [losses(problem, members, s)]
    ]
    room = problem.pool.capacity - mark_seats(problem, members).sum(axis=0)
    length = min(length, LONGEST)
    for done in range(length):
        # Whoever has the fewest to choose from chooses first.
        scarcest = sorted(lists, key=lambda each: int((room[list(each.fits)] > 0).sum()))
        for number, each in enumerate(scarcest):
            progress.report("stage_reserves", done * len(lists) + number, length * len(lists))
            siblings = problem.siblings_of(each.s)
            closed = {a for other in lists if other.s in siblings for a in other.chosen}
            best = _best_addition(each, there, room, closed)
            if best is not None:
                each.chosen.append(best)
                room[best] -= 1
    return tuple(_tell(problem, members, each, there, chances) for each in lists)


class _Presence:
    """Draws of who is there: an actor's are its own, whoever else is asked about."""

    def __init__(self, problem: Problem, chances: Mapping[str, float]) -> None:
        self._chances = [chances[actor.id] for actor in problem.pool.season.actors]
        self._seed = problem.seed
        self._drawn: dict[int, Bools] = {}

    def draws(self, actor: int) -> Bools:
        """Say in which draws an actor is there: (D,)."""
        if actor not in self._drawn:
            random = np.random.default_rng((self._seed, actor))
            self._drawn[actor] = random.random(DRAWS) >= self._chances[actor]
        return self._drawn[actor]

    def all(self, actors: Iterable[int]) -> Bools:
        """Say in which draws which actors are there: (D, k)."""
        columns = [self.draws(actor) for actor in actors]
        return np.stack(columns, axis=1) if columns else np.zeros((DRAWS, 0), dtype=bool)


def count_filled(gone: Bools, there: Bools, fits: Bools) -> Ints:
    """Count the vacated seats that the reserves can fill, each reserve one seat.

    The largest matching, by the reserves who must go without: for every set of reserves the
    seats that it can take limit it, and the tightest set decides.

    Parameters
    ----------
    gone : (D, n) bool array
        Vacated seats by draw.
    there : (D, k) bool array
        Reserves at hand by draw.
    fits : (k, n) bool array
        Which seats each reserve can take.

    Returns
    -------
    (D,) int array

    References
    ----------
    Ore, O. (1955), Graphs and matching theorems.
    """
    draws, k = there.shape
    reach = [np.zeros_like(gone)]
    outside = [there.sum(axis=1)]
    for r in range(k):
        reach += [seats | (gone & fits[r] & there[:, r, None]) for seats in reach]
        outside += [count - there[:, r] for count in outside]
    most = np.full(draws, k)
    for seats, count in zip(reach, outside, strict=True):
        most = np.minimum(most, count + seats.sum(axis=1))
    return most


def _candidates(
    problem: Problem, members: tuple[Ints, ...], s: int, table: Floats
) -> dict[int, Bools]:
    """Give the seats that actors worth a place on the list can take, by actor."""
    wanted = set[int]()
    fitting: dict[tuple[int, int], bool] = {}

    def fits(i: int, comer: int) -> bool:
        if (i, comer) not in fitting:
            leaver = int(members[s][i])
            fitting[i, comer] = can_replace(problem, members, s, leaver, comer)
        return fitting[i, comer]

    for i in range(len(members[s])):
        found = 0
        for comer in best_first(table, i):
            if fits(i, comer):
                wanted.add(comer)
                found += 1
            if found == CANDIDATES:
                break
    return {
        comer: np.array([fits(i, comer) for i in range(len(members[s]))])
        for comer in sorted(wanted)
    }


def _best_addition(
    each: _List, there: _Presence, room: Ints, closed: Collection[int]
) -> int | None:
    """Give the candidate with whom the list fills most, None where nobody fills more."""
    before = float(count_filled(each.gone, *_at_hand(each, each.chosen, there)).mean())
    gains = {
        comer: float(count_filled(each.gone, *_at_hand(each, [*each.chosen, comer], there)).mean())
        - before
        for comer in each.fits
        if comer not in closed and room[comer] > 0
    }
    most = max(gains.values(), default=0.0)
    if most <= 0:
        return None
    near = [comer for comer, gain in gains.items() if gain >= NEAR * most]
    return min(near, key=lambda comer: (float(each.table[each.fits[comer], comer].mean()), comer))


def _at_hand(each: _List, chosen: list[int], there: _Presence) -> tuple[Bools, Bools]:
    """Give when the reserves of a list are there, and the seats that they can take."""
    n = each.gone.shape[1]
    fits = np.stack([each.fits[a] for a in chosen]) if chosen else np.zeros((0, n), dtype=bool)
    return there.all(chosen), fits


def _tell(
    problem: Problem,
    members: tuple[Ints, ...],
    each: _List,
    there: _Presence,
    chances: Mapping[str, float],
) -> ReserveList:
    slot, actors = problem.slots[each.s], problem.pool.season.actors
    survived = [
        _survivals(problem, members, each, each.chosen[:count], there)
        for count in range(len(each.chosen) + 1)
    ]
    at_the_end = survived[-1]
    survives = np.isfinite(at_the_end)
    return ReserveList(
        coalition=slot.id,
        challenge_id=slot.challenge.id,
        alone=round_number(float(np.isfinite(survived[0]).mean())),
        survives=round_number(float(survives.mean())),
        loss=round_number(float(np.mean(at_the_end, where=survives)) if survives.any() else 0.0),
        reserves=tuple(
            Standby(
                actor_id=actors[a].id,
                chance=chances[actors[a].id],
                seats=tuple(actors[b].id for b in members[each.s][each.fits[a]].tolist()),
                survives=round_number(float(np.isfinite(after).mean())),
            )
            for a, after in zip(each.chosen, survived[1:], strict=True)
        ),
    )


def _survivals(
    problem: Problem, members: tuple[Ints, ...], each: _List, chosen: list[int], there: _Presence
) -> Floats:
    """Give the fall in F in each draw with every seat filled again; inf where that fails: (D,)."""
    at_hand = there.all(chosen)
    told: dict[bytes, float] = {}
    result = np.empty(DRAWS)
    for draw in range(DRAWS):
        key = each.gone[draw].tobytes() + at_hand[draw].tobytes()
        if key not in told:
            own = [a for a, is_there in zip(chosen, at_hand[draw], strict=True) if is_there]
            told[key] = _refill(problem, members, each, each.gone[draw], own)
        result[draw] = told[key]
    return result


def _refill(
    problem: Problem,
    members: tuple[Ints, ...],
    each: _List,
    gone: Bools,
    own: list[int],
) -> float:
    """Call reserves in the list's order until every rule holds; inf where that fails."""
    slot, pool, before = problem.slots[each.s], problem.pool, members[each.s]
    stay, missing = before[~gone], int(gone.sum())
    if missing == 0:
        return 0.0
    for called in itertools.combinations(own, missing):
        after = np.sort(np.r_[stay, called])
        if any(rule.shortfall(pool, after) > rule.shortfall(pool, before) for rule in slot.rules):
            continue
        totals = {**each.totals, each.s: problem.total(slot, after)}
        now = problem.objective(list(each.totals.values()))
        return now - problem.objective(list(totals.values()))
    return np.inf
