"""The best that there is, by trying everything: written from the contract alone.

It shares no formula, no rule and no search with the engine, which it is held against.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matcher.core.fits import Fits
from models.challenges import Challenge
from models.rules import Rule
from models.seasons import Season
from tests.adversary.criteria import VALUES, Words, weights_in_use
from tests.adversary.rules import MISSED, UNIT_COST, Rules, asked_of, rules_of

EPS = 1e-9
MOST = 20_000_000
"""Groupings that are held at once, at most."""

Array = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Members = tuple[tuple[int, ...], ...]
Given = dict[str, tuple[int, ...]]
"""Members by coalition's id."""


class TooMany(Exception):
    """There are more groupings than can be tried."""


@dataclass(frozen=True, eq=False)
class Place:
    """One coalition to be formed: its id, its challenge, and that challenge's rules."""

    id: str
    challenge: Challenge
    rules: Rules


@dataclass(frozen=True, eq=False)
class Class:
    """Groupings of the same give-ups and sizes, of which F decides.

    Attributes
    ----------
    masks : (G, S) int array
        Members of each coalition, as bits.
    totals : (G, S) float array
        T of each; nan where it is not formed.
    costs : tuple of int
        What every rule's give-up costs, from the first coalition on.
    """

    oracle: "Oracle"
    masks: Array
    totals: Floats
    costs: tuple[int, ...]

    @property
    def worth(self) -> Floats:
        """F of each grouping."""
        if np.isnan(self.totals).all():
            return np.zeros(len(self.masks))
        balance = self.oracle.season.balance
        means, worst = np.nanmean(self.totals, axis=1), np.nanmin(self.totals, axis=1)
        result: Floats = (1 - balance) * means + balance * worst
        return result

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(chosen) for chosen in self.members(0))

    def members(self, row: int) -> Members:
        """Give a grouping's members by coalition."""
        return tuple(bits_of(int(mask)) for mask in self.masks[row])

    def where(self, kept: npt.NDArray[np.bool_]) -> "Class":
        return Class(self.oracle, self.masks[kept], self.totals[kept], self.costs)

    def best(self) -> "Class":
        """Give those of the largest F."""
        return self.where(self.worth >= self.worth.max() - EPS)

    def evenest(self) -> "Class":
        """Give, of equal F, those whose totals from the worst upwards are largest."""
        left, levels = self, np.sort(self.totals, axis=1)
        for level in range(levels.shape[1]):
            column = np.sort(left.totals, axis=1)[:, level]
            if not np.isnan(column).all():
                left = left.where(column >= np.nanmax(column) - EPS)
        return left

    def as_even_as(self, row: int) -> "Class":
        """Give those whose totals from the worst upwards are a grouping's."""
        levels = np.sort(self.totals, axis=1)
        return self.where(np.isclose(levels, levels[row], 0, EPS, equal_nan=True).all(axis=1))

    def first(self) -> Members:
        """Give the one whose ids come first, coalition by coalition."""
        return min(self.members(row) for row in range(len(self.masks)))


@dataclass(eq=False)
class Oracle:
    """A season with every coalition that its actors could form, judged."""

    season: Season
    fits: Fits
    places: tuple[Place, ...] = field(init=False)
    weights: dict[str, float] = field(init=False)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words, self.weights = Words(self.season, self.fits), weights_in_use(self.season)
        self.places = tuple(
            Place(f"{challenge.id}/{n}", challenge, rules_of(self.season, challenge))
            for challenge in self.season.challenges
            for n in range(1, challenge.coalitions + 1)
        )
        self._costs: dict[str, Array] = {}
        self._totals: dict[tuple[str, int], float] = {}

    def costs(self, place: Place, members: Sequence[int]) -> list[int]:
        """Give what each hard rule's give-up costs; without members a coalition is not formed."""
        rules = place.rules.hard
        if not members:
            least = place.challenge.min_size
            return [UNIT_COST["size"] * least * (rule.kind == "size") for rule in rules]
        return [UNIT_COST[rule.kind] * self.missed(place, rule, members) for rule in rules]

    def missed(self, place: Place, rule: Rule, members: Sequence[int]) -> int:
        """Give the units by which a rule is missed."""
        return MISSED[rule.kind](self.words, place.challenge, rule, members)

    def scores(self, place: Place, members: Sequence[int]) -> dict[str, float]:
        """Give a coalition's value by each criterion in use."""
        return {key: VALUES[key](self.words, place.challenge, members) for key in self.weights}

    def penalty(self, place: Place, rule: Rule, members: Sequence[int]) -> float:
        """Give what a soft rule takes off T."""
        share = self.missed(place, rule, members) / asked_of(self.words, rule, len(members))
        return (rule.strength or 0.0) * share / sum(self.weights.values())

    def total(self, place: Place, members: Sequence[int]) -> float:
        """Give T."""
        scores = self.scores(place, members)
        gained = sum(self.weights[key] * score for key, score in scores.items())
        lost = sum(self.penalty(place, rule, members) for rule in place.rules.soft)
        return gained / sum(self.weights.values()) - lost

    def objective(self, totals: Sequence[float]) -> float:
        """Give F of the formed coalitions' totals."""
        if not totals:
            return 0.0
        balance = self.season.balance
        return (1 - balance) * sum(totals) / len(totals) + balance * min(totals)

    def all_costs(self, place: Place) -> Array:
        """Give the costs of every set of actors: (2^A, R); of a challenge only once."""
        key = place.challenge.id
        if key not in self._costs:
            every = range(1 << len(self.season.actors))
            costs = [self.costs(place, bits_of(mask)) for mask in every]
            self._costs[key] = np.array(costs, dtype=np.int64)
        return self._costs[key]

    def totals(self, place: Place, masks: Array) -> Floats:
        """Give T of sets of actors, nan of the empty one."""
        distinct, at = np.unique(masks, return_inverse=True)
        worth = []
        for mask in distinct.tolist():
            key = place.challenge.id, mask
            if key not in self._totals:
                self._totals[key] = self.total(place, bits_of(mask)) if mask else np.nan
            worth.append(self._totals[key])
        result: Floats = np.array(worth)[at]
        return result

    def settle(self, extra: Sequence[Rule] = ()) -> Class:
        """Give every grouping of the smallest relaxation and the best seats.

        Parameters
        ----------
        extra : sequence of Rule
            Pins and bans beside the season's own.
        """
        fixed = [*(r for r in self.season.rules if r.kind in ("pin", "ban")), *extra]
        allowed = [self.allowed(place, fixed) for place in self.places]
        pins = self.pins(fixed)
        budget = 0
        while (found := self._join(allowed, pins, budget)) is None:
            budget = max(1, 2 * budget)
        picks = found
        costs = np.hstack(
            [self.all_costs(place)[picks[:, s]] for s, place in enumerate(self.places)]
        )
        order: list[Array] = [costs.sum(axis=1), costs.max(axis=1), *costs.T]
        picks = pick_least(picks, order)
        picks = pick_least(picks, self._seat_order(picks))
        totals = np.stack(
            [self.totals(place, picks[:, s]) for s, place in enumerate(self.places)], axis=1
        )
        given = [c for s, p in enumerate(self.places) for c in self.all_costs(p)[picks[0, s]]]
        return Class(self, picks, totals, tuple(int(cost) for cost in given))

    def keeping(
        self, sizes: Sequence[int], names: Sequence[tuple[int, Rule]], allowed: Sequence[int]
    ) -> Class | None:
        """Give every grouping of given sizes that misses each rule by at most so many units.

        Parameters
        ----------
        names : sequence of (place, rule)
            Every hard rule of every coalition, in order.
        allowed : sequence of int
            Units of each.
        """
        limits = [
            [UNIT_COST[r.kind] * n for (t, r), n in zip(names, allowed, strict=True) if t == s]
            for s in range(len(self.places))
        ]
        choices = []
        for place, size, most in zip(self.places, sizes, limits, strict=True):
            costs = self.all_costs(place)
            counts = np.bitwise_count(np.arange(len(costs), dtype=np.uint64))
            kept = counts == 0 if size == 0 else (counts == size) & (costs <= most).all(axis=1)
            choices.append(np.flatnonzero(kept))
        fixed = [r for r in self.season.rules if r.kind in ("pin", "ban")]
        out = [self.allowed(place, fixed) for place in self.places]
        picks = self._combine(choices, out, self.pins(fixed))
        if not len(picks):
            return None
        totals = [self.totals(place, picks[:, s]) for s, place in enumerate(self.places)]
        return Class(self, picks, np.stack(totals, axis=1), ())

    def _seat_order(self, picks: Array) -> list[Array]:
        """Give what the contract asks of the seats, the first first, each the least."""
        wished = np.array([p.challenge.size or p.challenge.max_size for p in self.places])
        sizes = np.bitwise_count(picks.astype(np.uint64)).astype(np.int64)
        filled = np.minimum(sizes, wished)
        over = sizes - filled
        scale = int(np.lcm.reduce(wished))
        ratios = np.where(sizes > 0, filled * (scale // wished), 10 * scale)
        above = np.where(over > 0, sizes * (scale // wished), 0)
        return [
            over.sum(axis=1),
            -filled.sum(axis=1),
            *(-np.sort(ratios, axis=1)).T,
            *(-filled).T,
            *np.sort(above, axis=1).T[::-1],
            *over.T,
        ]

    def allowed(self, place: Place, fixed: Sequence[Rule]) -> int:
        """Give whom no ban and no capacity keeps out, as bits."""
        out = {str(r.get("actor")) for r in fixed if r.kind == "ban" and speaks_of(r, place)}
        return sum(
            1 << i
            for i, actor in enumerate(self.season.actors)
            if actor.capacity > 0 and actor.id not in out
        )

    def pins(self, fixed: Sequence[Rule]) -> list[tuple[int, tuple[int, ...]]]:
        """Give each pin's actor and coalitions, of exactly one of which it is a member."""
        pins = []
        for rule in fixed:
            for challenge in self.season.challenges:
                meant = tuple(
                    s
                    for s, place in enumerate(self.places)
                    if place.challenge is challenge and speaks_of(rule, place)
                )
                if rule.kind == "pin" and meant:
                    pins.append((self.index(str(rule.get("actor"))), meant))
        return pins

    def index(self, actor_id: str) -> int:
        return next(i for i, actor in enumerate(self.season.actors) if actor.id == actor_id)

    def _join(
        self, allowed: Sequence[int], pins: Sequence[tuple[int, tuple[int, ...]]], budget: int
    ) -> Array | None:
        """Give every grouping whose give-ups cost at most so much; None where there is none."""
        spent = [self.all_costs(place).sum(axis=1) for place in self.places]
        choices = [np.flatnonzero(costs <= budget) for costs in spent]
        picks = self._combine(choices, allowed, pins, spent, budget)
        return picks if len(picks) else None

    def _combine(
        self,
        choices: Sequence[Array],
        allowed: Sequence[int],
        pins: Sequence[tuple[int, tuple[int, ...]]],
        spent: Sequence[Array] = (),
        budget: int = 0,
    ) -> Array:
        """Give every grouping of some sets of actors that keeps capacities, siblings and pins."""
        capacity = np.array([actor.capacity for actor in self.season.actors])
        picks, cost = np.zeros((1, 0), dtype=np.int64), np.zeros(1, dtype=np.int64)
        load = np.zeros((1, len(capacity)), dtype=np.int8)
        for s, place in enumerate(self.places):
            masks = choices[s][(choices[s] & ~allowed[s]) == 0]
            if len(picks) * len(masks) > MOST:
                raise TooMany
            left, right = np.repeat(np.arange(len(picks)), len(masks)), np.tile(masks, len(picks))
            now = cost[left] + (spent[s][right] if spent else 0)
            kept = now <= budget if spent else np.ones(len(left), dtype=bool)
            for t in range(s):
                if self.places[t].challenge is place.challenge:
                    kept &= (picks[left, t] & right) == 0
            left, right, now = left[kept], right[kept], now[kept]
            after = load[left] + ((right[:, None] >> np.arange(len(capacity))) & 1)
            kept = (after <= capacity).all(axis=1)
            left, right, cost = left[kept], right[kept], now[kept]
            load = after[kept].astype(np.int8)
            picks = np.hstack([picks[left], right[:, None]])
        for actor, meant in pins:
            seats = sum((picks[:, s] >> actor) & 1 for s in meant)
            picks = picks[seats == 1]
        return picks


def speaks_of(rule: Rule, place: Place) -> bool:
    """Say whether a pin or a ban is about a coalition."""
    return rule.challenge in (None, place.challenge.id) and rule.coalition in (None, place.id)


def bits_of(mask: int) -> tuple[int, ...]:
    return tuple(i for i in range(mask.bit_length()) if mask >> i & 1)


def pick_least(picks: Array, order: Sequence[Array]) -> Array:
    """Give the rows that come first by the columns of an order, of which less is better."""
    kept = np.arange(len(picks))
    for column in order:
        own = column[kept]
        kept = kept[own == own.min()]
    return picks[kept]


def count_changes(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> int:
    """Count the seats that changed hands."""
    return sum(
        max(len(one), len(other)) - len({*one} & {*other})
        for one, other in zip(before, after, strict=True)
    )


def count_apart(oracle: Oracle, one: Members, other: Members) -> int:
    """Count the members of one grouping who are not in the same challenge in the other."""

    def seats(grouping: Members) -> set[tuple[str, int]]:
        return {
            (place.challenge.id, a)
            for place, chosen in zip(oracle.places, grouping, strict=True)
            for a in chosen
        }

    return len(seats(one) - seats(other))
