"""A season: one round with its challenges, actors, ties and rules."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from models.actors import Actor
from models.challenges import Challenge
from models.frozen import Frozen
from models.rules import Rule
from models.ties import Tie


class Effort(StrEnum):
    """How much work the optimiser may spend; work is counted, not timed."""

    QUICK = "quick"
    NORMAL = "normal"
    THOROUGH = "thorough"


class Weight(Frozen):
    """The stated weight of one criterion."""

    criterion: str
    weight: float = Field(ge=0)


class Season(Frozen):
    """A whole validated season.

    Challenges keep the file's order, since earlier ones win ties; actors are sorted by
    id and ties by their two ids, so that the order of rows never matters.
    """

    name: str
    year: int | None = None
    country: str = "SE"
    seed: int = Field(default=1, ge=0)
    effort: Effort = Effort.NORMAL
    time_limit_s: float = Field(default=600, gt=0)
    balance: float = Field(default=0.5, ge=0, le=1)
    weights: tuple[Weight, ...] = ()
    rules: tuple[Rule, ...] = ()
    challenges: tuple[Challenge, ...]
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...] = ()

    @cached_property
    def actor_index(self) -> dict[str, int]:
        """Position of each actor by id."""
        return {actor.id: i for i, actor in enumerate(self.actors)}

    @cached_property
    def challenge_index(self) -> dict[str, int]:
        """Position of each challenge by id."""
        return {challenge.id: i for i, challenge in enumerate(self.challenges)}
