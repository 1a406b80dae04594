"""A season: one round with its challenges, actors, ties and rules."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Self, TypeVar

from pydantic import Field, ValidationInfo, field_validator, model_validator

from models.actors import Actor
from models.challenges import Challenge
from models.frozen import Frozen, UnsignedZero
from models.promises import Breach, find_doubled, insist
from models.rules import Rule
from models.ties import Tie
from models.zones import zone_of

Key = TypeVar("Key", str, tuple[str, str])

CONTRACT_CRITERIA = (
    "relevance",
    "sector_diversity",
    "geographic_spread",
    "novelty",
    "wishes",
    "turn",
    "complementarity",
    "coverage",
    "availability",
    "perspectives",
)
"""Every criterion of the contract, in its order; a version may not have all of them yet."""

HEAVIEST = 1e6
"""No criterion weighs more, so that sums of weights stay exact."""

LARGEST_SEED = 2**63 - 1
"""The largest whole number that every reader of JSON can hold."""


class Effort(StrEnum):
    """How much work the optimiser may spend; work is counted, not timed."""

    QUICK = "quick"
    NORMAL = "normal"
    THOROUGH = "thorough"


class Weight(Frozen):
    """The stated weight of one criterion."""

    criterion: str = Field(min_length=1)
    weight: float = Field(ge=0, le=HEAVIEST)


class Season(Frozen):
    """A whole validated season, wherever it comes from.

    Challenges keep the order given, since earlier ones win ties, and so do rules. Actors
    are sorted by id, ties by their two ids and weights in the contract's order of criteria,
    so that the order of rows never matters. No id, pair or criterion stands twice, and
    every id that is named is an actor's or a challenge's of this season.
    """

    name: str = Field(min_length=1)
    year: int | None = Field(default=None, ge=0)
    country: str = Field(default="SE", pattern="^[A-Z]{2}$")
    seed: int = Field(default=1, ge=0, le=LARGEST_SEED)
    effort: Effort = Effort.NORMAL
    time_limit_s: float = Field(default=600, gt=0)
    balance: UnsignedZero = Field(default=0.5, ge=0, le=1)
    weights: tuple[Weight, ...] = ()
    rules: tuple[Rule, ...] = ()
    challenges: tuple[Challenge, ...]
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...] = ()

    @field_validator("weights")
    @classmethod
    def _sort_weights(cls, given: tuple[Weight, ...]) -> tuple[Weight, ...]:
        criteria = [weight.criterion for weight in given]
        insist("weights", _tell_doubled(criteria, "criterion", "weight_doubled", "criterion"))
        return tuple(sorted(given, key=lambda weight: place_of_criterion(weight.criterion)))

    @field_validator("challenges")
    @classmethod
    def _insist_on_ids(cls, given: tuple[Challenge, ...]) -> tuple[Challenge, ...]:
        ids = [challenge.id for challenge in given]
        insist("challenges", _tell_doubled(ids, "id", "challenge_doubled", "challenge"))
        return given

    @field_validator("actors")
    @classmethod
    def _sort_actors(cls, given: tuple[Actor, ...], info: ValidationInfo) -> tuple[Actor, ...]:
        ids = [actor.id for actor in given]
        if not _is_rising(ids):
            insist("actors", _tell_doubled(ids, "id", "actor_doubled", "actor"))
        if "challenges" in info.data:
            insist("actors", _tell_strange_wishes(given, info.data["challenges"]))
        return given if _is_rising(ids) else tuple(sorted(given, key=lambda actor: actor.id))

    @field_validator("ties")
    @classmethod
    def _sort_ties(cls, given: tuple[Tie, ...], info: ValidationInfo) -> tuple[Tie, ...]:
        pairs = [tie.pair for tie in given]
        if not _is_rising(pairs):
            insist(
                "ties",
                (
                    Breach(
                        (place, "actor_b"),
                        "tie_doubled",
                        {"actor_a": pairs[place][0], "actor_b": pairs[place][1]},
                    )
                    for place in find_doubled(pairs)
                ),
            )
        if "actors" in info.data:
            known = {actor.id for actor in info.data["actors"]}
            insist("ties", _tell_strangers(pairs, known))
        return given if _is_rising(pairs) else tuple(sorted(given, key=lambda tie: tie.pair))

    @model_validator(mode="after")
    def _insist_on_known(self) -> Self:
        insist("Season", (each for i, rule in enumerate(self.rules) for each in self._ask(i, rule)))
        return self

    def _ask(self, place: int, rule: Rule) -> Iterator[Breach]:
        """Find what a rule names and the season does not have."""
        at = ("rules", place)
        if rule.challenge is not None and rule.challenge not in self.challenge_index:
            yield Breach((*at, "challenge"), "challenge_unknown", {"challenge": rule.challenge})
        if rule.coalition is not None and rule.coalition not in self.coalition_ids:
            yield Breach((*at, "coalition"), "coalition_unknown", {"coalition": rule.coalition})
        for number, key in enumerate(rule.keys):
            named: tuple[object, ...] = ()
            if key.name == "actor":
                named = (key.value,)
            elif key.name == "actors" and isinstance(key.value, tuple):
                named = key.value
            for actor in named:
                if actor not in self.actor_index:
                    yield Breach((*at, "keys", number, "value"), "actor_unknown", {"actor": actor})

    @cached_property
    def actor_index(self) -> dict[str, int]:
        """Position of each actor by id."""
        return {actor.id: i for i, actor in enumerate(self.actors)}

    @cached_property
    def challenge_index(self) -> dict[str, int]:
        """Position of each challenge by id."""
        return {challenge.id: i for i, challenge in enumerate(self.challenges)}

    @property
    def time_zone(self) -> str:
        """Where its times are local ones: that of its country."""
        return zone_of(self.country)

    @property
    def coalition_ids(self) -> tuple[str, ...]:
        """The ids of all coalitions: `challenge/number`, numbers from 1."""
        return tuple(
            f"{challenge.id}/{number}"
            for challenge in self.challenges
            for number in range(1, challenge.coalitions + 1)
        )


def place_of_criterion(criterion: str) -> tuple[int, str]:
    """Give what criteria are sorted by: the contract's, then any others by name."""
    known = criterion in CONTRACT_CRITERIA
    return (CONTRACT_CRITERIA.index(criterion) if known else len(CONTRACT_CRITERIA), criterion)


def _is_rising(keys: Sequence[Key]) -> bool:
    """Say whether each key is larger than the one before, so that none stands twice."""
    return all(one < other for one, other in pairwise(keys))


def _tell_doubled(keys: Sequence[str], field: str, code: str, param: str) -> Iterator[Breach]:
    return (Breach((place, field), code, {param: keys[place]}) for place in find_doubled(keys))


def _tell_strange_wishes(
    actors: Sequence[Actor], challenges: Sequence[Challenge]
) -> Iterator[Breach]:
    known = {challenge.id for challenge in challenges}
    for place, actor in enumerate(actors):
        for number, wish in enumerate(actor.wishes):
            if wish not in known:
                at = (place, "wishes", number)
                yield Breach(at, "challenge_unknown", {"challenge": wish})


def _tell_strangers(pairs: Sequence[tuple[str, str]], known: set[str]) -> Iterator[Breach]:
    for place, pair in enumerate(pairs):
        if not known.issuperset(pair):
            for field, actor in zip(("actor_a", "actor_b"), pair, strict=True):
                if actor not in known:
                    yield Breach((place, field), "actor_unknown", {"actor": actor})
