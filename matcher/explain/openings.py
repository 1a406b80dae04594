"""Which single changes would have let an actor in.

A change of the actor's own facts leaves every grouping without the actor as it was, so none
of these is worth more than the proposal's bound. A grouping that has the actor, and is worth
more than the proposal under the change, lets it in; one that is worth more than the bound
proves it. So does a change that lets more rules be kept or more seats be filled. Changes of
rules and sizes concern everybody: there the season is solved again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.core.arrays import Floats, Ints
from matcher.core.problem import Problem
from matcher.core.settings import problem_under
from matcher.embedding.reading import Reading
from matcher.explain.reserves import least_loss, losses, totals_of
from matcher.optimise.group import BoundedGrouping, group
from matcher.optimise.search import evaluate
from matcher.optimise.seats import Seats
from matcher.optimise.settle import settle_seats
from matcher.optimise.work import SEARCHED
from models.actors import Actor
from models.errors import NoSolution
from models.explanations import Opening
from models.numbers import decimal
from models.ports.progress import Progress, Silence
from models.proposals import EndedBy, Proposal
from models.seasons import Effort, Season
from models.sectors import Sector
from models.text import Text

CLEAR = 2e-6
"""By how much a grouping must beat the rounded bound."""
STEP = 0.01
"""Steps in which the relevance that is needed is told."""
PLACES, RULES = 3, 3
"""Counties told, and rules tried, at most."""


@dataclass(frozen=True, eq=False)
class LeftOutActor:
    """An actor who was left out of a proposal, and where it is to come in.

    Attributes
    ----------
    problem : Problem
        Of the season under the proposal's settings.
    members : tuple of int arrays
        The proposal's, by slot.
    slots : tuple of int
        The slots of the challenge that it is explained for.
    forced : tuple of int arrays
        The best grouping with the actor in one of them.
    """

    season: Season
    reading: Reading
    proposal: Proposal
    problem: Problem
    members: tuple[Ints, ...]
    actor: int
    slots: tuple[int, ...]
    forced: tuple[Ints, ...]

    @cached_property
    def seats(self) -> Seats:
        """Give the sizes and the give-ups of the proposal."""
        return Seats.of(self.problem, self.members)

    @property
    def record(self) -> Actor:
        """Give the actor as the season has it."""
        return self.season.actors[self.actor]

    @property
    def title(self) -> str:
        """Give the challenge's title."""
        return self.problem.slots[self.slots[0]].challenge.title

    def under(self, season: Season, relevance: Floats | None = None) -> Problem:
        """Build the problem of a changed season, or of other relevance."""
        fits = self.reading.fits
        told = fits if relevance is None else replace(fits, relevance=relevance)
        return problem_under(season, told, self.proposal.settings)

    def with_actor(self, **fields: object) -> Problem:
        """Build the problem with other facts of the actor."""
        changed = self.record.evolve(**fields)
        actors = tuple(changed if a is self.record else a for a in self.season.actors)
        return self.under(self.season.evolve(actors=actors))

    def judge(self, problem: Problem) -> "OpeningWorth | None":
        """Say what a change of the actor's own facts does; None where it does not let it in."""
        certificate, worth = self.proposal.certificate, self._worth(problem)
        if worth > certificate.bound + CLEAR:
            return OpeningWorth(worth, proven=True)
        if not self._is_full and self._frees_seats(problem):
            return OpeningWorth(worth, proven=True)
        return OpeningWorth(worth, proven=False) if worth > certificate.objective + CLEAR else None

    def _worth(self, problem: Problem) -> float:
        """Give F of the best grouping at hand that has the actor and keeps every rule."""
        now = problem.objective(list(totals_of(problem, self.members).values()))
        worths = [
            now - found.loss
            for s in self.slots
            if len(self.members[s])
            for table in [losses(problem, self.members, s)]
            if (found := least_loss(problem, self.members, s, self.actor, table)) is not None
        ]
        forced = evaluate(problem, self._seats_under(problem), self.forced)
        if not forced.missing and tuple(map(len, self.forced)) == self.seats.sizes:
            worths.append(forced.objective)
        return max(worths, default=-np.inf)

    def _seats_under(self, problem: Problem) -> Seats:
        """Give the proposal's seats; a changed pool has no rows for rules it can't break."""
        give_ups = []
        for own, slot, units in zip(
            self.problem.slots, problem.slots, self.seats.give_ups, strict=True
        ):
            known = {rule.rule: given for rule, given in zip(own.rules, units, strict=True)}
            give_ups.append(tuple(known.get(rule.rule, 0) for rule in slot.rules))
        return replace(self.seats, give_ups=tuple(give_ups))

    @property
    def _is_full(self) -> bool:
        """Say whether every rule is kept and every seat that was wished for filled."""
        wished = tuple(slot.challenge.wished_size for slot in self.problem.slots)
        return self.seats.sizes == wished and not any(map(any, self.seats.give_ups))

    def _frees_seats(self, problem: Problem) -> bool:
        """Say whether more rules can be kept, or more seats be filled."""
        if not self._is_settled:
            return False
        try:
            seats = settle_seats(problem, with_contacts=True)
        except NoSolution:
            return False
        return _order(problem, seats) < _order(self.problem, self.seats)

    @cached_property
    def _is_settled(self) -> bool:
        """Say whether the proposal has the seats that settling gives, and not some by hand."""
        try:
            now = settle_seats(self.problem, with_contacts=True)
        except NoSolution:
            return False
        return (now.sizes, now.give_ups) == (self.seats.sizes, self.seats.give_ups)


@dataclass(frozen=True)
class OpeningWorth:
    """F with a change that lets the actor in, and whether that is proven."""

    worth: float
    proven: bool


def find_openings(case: LeftOutActor, progress: Progress) -> tuple[Opening, ...]:
    """Find the single changes that would have let an actor in.

    Returns
    -------
    tuple of Opening
        Seats whose next in line it is; then its own relevance, sector, county and ties; then
        rules that give way by one, and one seat more.
    """
    finders = (_by_leavers, _by_relevance, _by_sector, _by_place, _by_ties, _by_rules, _by_size)
    found: list[Opening] = []
    for done, finder in enumerate(finders):
        progress.report("stage_openings", done, len(finders))
        found += finder(case)
    return tuple(found)


def _order(problem: Problem, seats: Seats) -> tuple[int, int]:
    """Order settled seats: the cost of what gives way first, then the seats that are filled."""
    cost = sum(
        rule.unit_cost * units
        for slot, given_up in zip(problem.slots, seats.give_ups, strict=True)
        for rule, units in zip(slot.rules, given_up, strict=True)
    )
    unformed = sum(
        slot.challenge.min_size * slot.rules[0].unit_cost
        for slot, size in zip(problem.slots, seats.sizes, strict=True)
        if not size
    )
    return cost + unformed, -sum(seats.sizes)


def _by_leavers(case: LeftOutActor) -> Iterator[Opening]:
    names = {actor.id: actor.name for actor in case.season.actors}
    here = {case.problem.slots[s].id for s in case.slots}
    for coalition in case.proposal.coalitions:
        for reserve in coalition.reserves:
            if coalition.id in here and reserve.actor_id == case.record.id:
                words = {"name": names[reserve.for_], "loss": decimal(reserve.loss, 4)}
                text = _NEXT.format(**words)
                yield Opening(kind="seat", value=reserve.for_, proven=False, text=text)


def _by_relevance(case: LeftOutActor) -> Iterator[Opening]:
    column = case.season.challenge_index[case.problem.slots[case.slots[0]].challenge.id]
    now = float(case.reading.relevance[case.actor, column])

    def judge(steps: int) -> OpeningWorth | None:
        table = case.reading.relevance.copy()
        table[case.actor, column] = steps * STEP
        return case.judge(case.under(case.season, table))

    low, high = int(now / STEP) + 1, round(1 / STEP)
    enough = judge(high) if low <= high else None
    if enough is None:
        return
    while low < high:
        middle = (low + high) // 2
        verdict = judge(middle)
        if verdict is None:
            low = middle + 1
        else:
            high, enough = middle, verdict
    words = {"title": case.title, "needed": decimal(high * STEP), "now": decimal(now)}
    text = _RELEVANCE.format(**words)
    value = f"{high * STEP:.2f}"
    yield Opening(kind="relevance", value=value, proven=enough.proven, text=text)


def _by_sector(case: LeftOutActor) -> Iterator[Opening]:
    for sector in Sector:
        if sector == case.record.sector:
            continue
        verdict = case.judge(case.with_actor(sector=sector))
        if verdict is not None:
            text = _SECTOR.format(sector=sector.origin)
            yield Opening(kind="sector", value=str(sector), proven=verdict.proven, text=text)


def _by_place(case: LeftOutActor) -> Iterator[Opening]:
    """Try one place in each county that the season's actors come from."""
    own = (case.record.place.country, case.record.place.county)
    placed = [a.place for a in reversed(case.season.actors) if not a.place.is_whole_country]
    places = {(place.country, place.county): place for place in placed}
    told = []
    for key, place in sorted(places.items()):
        if key == own:
            continue
        verdict = case.judge(case.with_actor(place=place))
        if verdict is not None:
            told.append((place, verdict))
    for place, verdict in sorted(told, key=lambda each: -each[1].worth)[:PLACES]:
        text = _PLACE.format(place=place.municipality, county=place.county)
        yield Opening(kind="place", value=place.county, proven=verdict.proven, text=text)


def _by_ties(case: LeftOutActor) -> Iterator[Opening]:
    names = {actor.id: actor.name for actor in case.season.actors}
    for tie in case.season.ties:
        pair = (tie.actor_a, tie.actor_b)
        if case.record.id not in pair:
            continue
        ties = tuple(each for each in case.season.ties if each is not tie)
        verdict = case.judge(case.under(case.season.evolve(ties=ties)))
        if verdict is not None:
            other = pair[1] if pair[0] == case.record.id else pair[0]
            text = _TIE.format(name=names[other])
            yield Opening(kind="tie", value=other, proven=verdict.proven, text=text)


def _by_rules(case: LeftOutActor) -> Iterator[Opening]:
    """Solve again without one unit of a rule that alone keeps the actor from a gain."""
    problem, actor = case.problem, case.actor
    blocked: dict[tuple[int, int], float] = {}
    for s in case.slots:
        if len(case.members[s]) == 0 or not problem.slots[s].allowed[actor]:
            continue
        slot, gains = problem.slots[s], -losses(problem, case.members, s)[:, actor]
        over = np.stack(
            [
                rule.shortfalls_after(problem.pool, case.members[s])[:, actor] - units
                for rule, units in zip(slot.rules, case.seats.give_ups[s], strict=True)
            ]
        )
        for i in np.flatnonzero((np.maximum(over, 0).sum(axis=0) == 1) & (gains > CLEAR)).tolist():
            key = (s, int(over[:, i].argmax()))
            blocked[key] = max(blocked.get(key, 0.0), float(gains[i]))
    told: set[Text] = set()
    for s, r in sorted(blocked, key=lambda key: -blocked[key])[:RULES]:
        answer = _solve(case, problem, case.seats.giving_up(s, r))
        rule = problem.slots[s].rules[r]
        text = _RULE.format(asks=rule.asks)
        if actor in answer.members[s] and text not in told:
            told.add(text)
            proven = answer.ended_by is EndedBy.OPTIMAL
            yield Opening(kind="rule", value=rule.rule.kind, proven=proven, text=text)


def _by_size(case: LeftOutActor) -> Iterator[Opening]:
    """Solve again with one seat more in the challenge's coalitions."""
    own = case.problem.slots[case.slots[0]].challenge
    size = None if own.size is None else own.size + 1
    wider = own.evolve(max_size=own.max_size + 1, size=size)
    challenges = tuple(wider if each is own else each for each in case.season.challenges)
    problem = case.under(case.season.evolve(challenges=challenges))
    try:
        answer = _solve(case, problem, None)
    except NoSolution:
        return
    if any(case.actor in answer.members[s] for s in case.slots):
        proven = answer.ended_by is EndedBy.OPTIMAL
        text = _SIZE.format(title=own.title)
        yield Opening(kind="size", value=own.id, proven=proven, text=text)


def _solve(case: LeftOutActor, problem: Problem, loose: Seats | None) -> BoundedGrouping:
    """Solve again by search, with given seats or settled anew."""
    settings = case.proposal.settings
    settled = None if loose is None else (loose, evaluate(problem, loose, case.members))
    effort, limit = Effort(settings.effort), settings.time_limit_s
    return group(problem, effort, limit, Silence(), settled=settled, work=SEARCHED[effort])


_NEXT = Text(
    sv="om {name} lämnade sin plats och ingen annan flyttade (F faller då med {loss})",
    en="if {name} left its seat and nobody else moved (F then falls by {loss})",
)
_RELEVANCE = Text(
    sv="med relevansen {needed} för {title} (nu {now})",
    en="with a relevance of {needed} to {title} (now {now})",
)
_SECTOR = Text(sv="om den kom från {sector}", en="if it came from {sector}")
_PLACE = Text(sv="om den låg i {place} ({county})", en="if it lay in {place} ({county})")
_TIE = Text(sv="om den inte redan kände {name}", en="if it did not know {name} already")
_RULE = Text(sv="om en regel gav vika med ett: {asks}", en="if a rule gave way by one: {asks}")
_SIZE = Text(sv="med en plats till i {title}", en="with one seat more in {title}")
