"""A season as an optimisation problem: slots to fill, what counts, what must hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.constraints.kind import Applied
from matcher.constraints.registry import KINDS, insist_on_fit, is_off, rules_of
from matcher.core.arrays import Bools, Floats, Ints
from matcher.core.fits import Fits
from matcher.core.pool import Pool, build_pool
from matcher.criteria.criterion import measure
from matcher.criteria.registry import CRITERIA, weights_in_use
from matcher.criteria.term import Term
from models.challenges import Challenge
from models.errors import GIVEN, Fault, InputError
from models.proposals import Solver
from models.rules import Rule
from models.seasons import Season
from models.text import Text


@dataclass(frozen=True, eq=False)
class Slot:
    """One coalition to be formed.

    Attributes
    ----------
    id : str
        `challenge/number`, numbers from 1.
    terms : dict of str to tuple of Term
        By criterion in use.
    rules : tuple of Applied
        The hard ones, in the order in which ties between conflicts are broken.
    soft : tuple of Applied
        Those that take off T what they are missed by.
    allowed : (A,) bool array
        Actors who are not banned.
    """

    id: str
    challenge: Challenge
    terms: dict[str, tuple[Term, ...]]
    rules: tuple[Applied, ...]
    soft: tuple[Applied, ...]
    allowed: Bools


@dataclass(frozen=True, eq=False)
class Overlap:
    """At least and at most so many seats in common with another grouping.

    Attributes
    ----------
    marks : (S, A) bool array
        The seats of the other grouping.
    """

    marks: Bools
    least: int = 0
    most: int = 1_000_000

    def count(self, members: Sequence[Ints]) -> int:
        """Give the seats in common with members by slot."""
        return sum(int(self.marks[s, chosen].sum()) for s, chosen in enumerate(members))

    def shortfall(self, members: Sequence[Ints]) -> int:
        """Give by how many seats members miss the limits."""
        count = self.count(members)
        return max(0, self.least - count) + max(0, count - self.most)


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything that the optimiser and the checks work from.

    Attributes
    ----------
    siblings : tuple of tuple of int
        Slots of the same challenge, which never share an actor.
    pins : tuple of (actor, slots)
        The actor is in exactly one of the slots.
    solver : Solver
        Who solves the models.
    seed : int
        Of the search.
    overlaps : tuple of Overlap
        What must, or may not, be in common with other groupings.
    floor : tuple of criterion and value, optional
        What the criterion's mean over the coalitions must reach.
    """

    pool: Pool
    slots: tuple[Slot, ...]
    weights: dict[str, float]
    balance: float
    siblings: tuple[tuple[int, ...], ...]
    pins: tuple[tuple[int, tuple[int, ...]], ...]
    solver: Solver = Solver.HIGHS
    seed: int = 1
    overlaps: tuple[Overlap, ...] = ()
    floor: tuple[str, float] | None = None

    @cached_property
    def clauses(self) -> dict[Applied | Slot, Text]:
        """Hold what `explain.scarcity` has said of rules and slots, which members don't change."""
        return {}

    def siblings_of(self, s: int) -> tuple[int, ...]:
        """Give the slots of a slot's challenge, itself among them."""
        return next(group for group in self.siblings if s in group)

    def eligible(self, slot: Slot, *, by_words: bool = True) -> Bools:
        """Say whom no ban, capacity or hard rule keeps out of a slot: (A,).

        Without `by_words` no rule that judges relevance is asked: whoever has only the
        members' relevance then gives the same answer.
        """
        able: Bools = slot.allowed & (self.pool.capacity > 0)
        for rule in slot.rules:
            left_out = rule.leaves_out
            is_asked = by_words or not KINDS[rule.rule.kind].needs_words
            if left_out is not None and is_asked:
                able = able & ~left_out
        return able

    def scores(self, slot: Slot, members: Ints) -> dict[str, float]:
        """Give a coalition's value by each criterion in use."""
        return {key: measure(terms, members) for key, terms in slot.terms.items()}

    @property
    def weight(self) -> float:
        """Give the sum of the weights in use."""
        return sum(self.weights.values())

    def share_of(self, key: str, term: Term) -> float:
        """Give what a unit of a criterion's term counts in T."""
        return self.weights[key] * term.share / self.weight

    def price(self, rule: Applied, n: int) -> float:
        """Give what a unit of a soft rule's shortfall takes off T of n members."""
        return (rule.strength or 0.0) / (rule.asked_of(n) * self.weight)

    def total(self, slot: Slot, members: Ints) -> float:
        """Give T, the weighted mean of a coalition's scores less its soft rules' penalties."""
        missed = [rule.shortfall(self.pool, members) for rule in slot.soft]
        return self.weigh(slot, len(members), self.scores(slot, members), missed)

    def weigh(self, slot: Slot, n: int, scores: dict[str, float], missed: Sequence[int]) -> float:
        """Give T of n members' scores, and of the units by which they miss the soft rules."""
        gained = sum(self.weights[key] * score for key, score in scores.items()) / self.weight
        return gained - sum(
            self.price(rule, n) * units for rule, units in zip(slot.soft, missed, strict=True)
        )

    def replaced(self, slot: Slot, members: Ints, comers: Ints | None = None) -> Floats:
        """Give T after each single replacement: (n, A), or (n, K) for K comers alone.

        As `Term.replaced`.
        """
        count = self.pool.size if comers is None else len(comers)
        table = np.zeros((len(members), count))
        for key, terms in slot.terms.items():
            for term in terms:
                table += self.share_of(key, term) * term.replaced(members, comers)
        for rule in slot.soft:
            missed = rule.shortfalls_after(self.pool, members, comers)
            table -= self.price(rule, len(members)) * missed
        return table

    def objective(self, totals: Sequence[float]) -> float:
        """Give F of the formed coalitions' totals; 0 where none is formed."""
        if not totals:
            return 0.0
        mean = sum(totals) / len(totals)
        return (1 - self.balance) * mean + self.balance * min(totals)


def build_problem(
    season: Season,
    fits: Fits | None = None,
    *,
    challenge: str | None = None,
    rules: tuple[Rule, ...] = (),
    solver: Solver = Solver.HIGHS,
    seed: int | None = None,
) -> Problem:
    """Build the problem of a season.

    Parameters
    ----------
    season : Season
    fits : Fits, optional
        Where none are given, rules that judge relevance are left out.
    challenge : str, optional
        Only this challenge's coalitions.
    rules : tuple of Rule
        Pins and bans beside the season's own.
    seed : int, optional
        Of the search; the season's where none is given.

    Raises
    ------
    InputError
        When a rule can't be honoured, or pins, bans and capacities contradict each other.
    """
    insist_on_fit(season, rules)
    pool = build_pool(season, fits)
    weights = weights_in_use(season)
    fixed = [
        rule
        for rule in (*season.rules, *rules)
        if KINDS[rule.kind].apply is None and not is_off(rule)
    ]
    slots: list[Slot] = []
    siblings: list[tuple[int, ...]] = []
    for item in season.challenges:
        if challenge not in (None, item.id):
            continue
        applied = _apply(pool, item, with_words=fits is not None)
        terms = {key: CRITERIA[key].terms(pool, item) for key in weights}
        first = len(slots)
        for number in range(1, item.coalitions + 1):
            slot_id = f"{item.id}/{number}"
            allowed = np.ones(pool.size, dtype=bool)
            for rule in fixed:
                if rule.kind == "ban" and _speaks_of(rule, item.id, slot_id):
                    allowed[_actor(season, rule)] = False
            slots.append(
                Slot(
                    id=slot_id,
                    challenge=item,
                    terms=terms,
                    rules=tuple(rule for rule in applied if rule.strength is None),
                    soft=tuple(rule for rule in applied if rule.strength is not None),
                    allowed=allowed,
                )
            )
        siblings.append(tuple(range(first, len(slots))))
    problem = Problem(
        pool=pool,
        slots=tuple(slots),
        weights=weights,
        balance=season.balance,
        siblings=tuple(siblings),
        pins=_pins(season, fixed, slots, siblings),
        solver=solver,
        seed=season.seed if seed is None else seed,
    )
    refuse_contradictions(problem, rules)
    return problem


def _apply(pool: Pool, challenge: Challenge, *, with_words: bool) -> list[Applied]:
    """Give the rules of a challenge that its pool can break."""
    applied = []
    for rule in rules_of(pool.season, challenge):
        kind = KINDS[rule.kind]
        if kind.apply is not None and (with_words or not kind.needs_words):
            found = kind.apply(pool, challenge, rule)
            if found is not None:
                applied.append(found)
    return applied


def _speaks_of(rule: Rule, challenge_id: str, slot_id: str) -> bool:
    return rule.challenge in (None, challenge_id) and rule.coalition in (None, slot_id)


def _actor(season: Season, rule: Rule) -> int:
    return season.actor_index[str(rule.get("actor"))]


def _pins(
    season: Season, fixed: list[Rule], slots: list[Slot], siblings: list[tuple[int, ...]]
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Give each pin as an actor and the slots of which one takes it."""
    pins: list[tuple[int, tuple[int, ...]]] = []
    for rule in fixed:
        if rule.kind != "pin":
            continue
        for group in siblings:
            meant = tuple(s for s in group if _speaks_of(rule, slots[s].challenge.id, slots[s].id))
            if meant:
                pins.append((_actor(season, rule), meant))
    return tuple(sorted(set(pins)))


def refuse_contradictions(problem: Problem, options: tuple[Rule, ...] = ()) -> None:
    """Refuse pins that bans or capacities make impossible.

    Parameters
    ----------
    options : tuple of Rule
        Those that the season does not state; the faults of their actors name them as
        `rules.N.actor`, those of the season's own as `season.rules.N.actor`.

    Raises
    ------
    InputError
        With every such pin at once.
    """
    faults = []
    ways = {
        rule.get("actor"): f"{way}.{number}.actor"
        for way, rules in (("season.rules", problem.pool.season.rules), ("rules", options))
        for number, rule in reversed(tuple(enumerate(rules)))
    }
    for actor in sorted({actor for actor, _ in problem.pins}):
        groups = [slots for pinned, slots in problem.pins if pinned == actor]
        challenges = {problem.slots[slots[0]].challenge.id for slots in groups}
        code = None
        if any(not any(problem.slots[s].allowed[actor] for s in slots) for slots in groups):
            code = "pin_and_ban"
        elif len(challenges) > problem.pool.capacity[actor]:
            code = "pin_and_capacity"
        elif any(
            not set(one) & set(other)
            for one in groups
            for other in groups
            if problem.slots[one[0]].challenge.id == problem.slots[other[0]].challenge.id
        ):
            code = "pin_twice"
        if code is not None:
            identifier = problem.pool.season.actors[actor].id
            faults.append(
                Fault(
                    file=GIVEN,
                    column=ways.get(identifier, "season.rules.actor"),
                    value=identifier,
                    code=code,
                    mend=_MENDS[code].format(actor=identifier),
                )
            )
    if faults:
        raise InputError(tuple(faults))


_MENDS = {
    "pin_and_ban": Text(
        sv="{actor} är både låst till och utestängd från en koalition: ta bort det ena.",
        en="{actor} is both pinned to and banned from a coalition: remove one of the two.",
    ),
    "pin_and_capacity": Text(
        sv="{actor} är låst till fler koalitioner än dess kapacitet: höj den eller lås färre.",
        en="{actor} is pinned to more coalitions than its capacity: raise it or pin fewer.",
    ),
    "pin_twice": Text(
        sv="{actor} är låst till två koalitioner för samma utmaning: behåll en.",
        en="{actor} is pinned to two coalitions of one challenge: keep one.",
    ),
}
