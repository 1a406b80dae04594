"""What `check` says of a season before anything is embedded or solved."""

from pydantic import Field

from models.frozen import Frozen
from models.rules import ToldKeys
from models.scores import Conflict
from models.text import Text


class ChallengeCheck(Frozen):
    """Whether one challenge's coalitions can be formed together with the others'."""

    id: str
    eligible: int
    seats: int
    feasible: bool
    conflicts: tuple[Conflict, ...] = ()


class OtherRelaxation(Frozen):
    """Another way out of a conflict: other kinds of rules give way."""

    cost: int
    conflicts: tuple[Conflict, ...]


class CoreRule(Frozen):
    """One of the rules that can't all hold, though any of them could be left out."""

    rule: str
    keys: ToldKeys = Field(default_factory=dict)
    challenge_id: str
    text: Text


class SeasonCheck(Frozen):
    """All of it; `alternatives` and `core` are empty where every rule can hold.

    `unjudged` are the kinds of rules that need words which have not been read.
    """

    challenges: tuple[ChallengeCheck, ...]
    alternatives: tuple[OtherRelaxation, ...] = ()
    core: tuple[CoreRule, ...] = ()
    unjudged: tuple[str, ...] = ()

    @property
    def feasible(self) -> bool:
        """Say whether every rule can hold."""
        return all(item.feasible for item in self.challenges)


class PoolCount(Frozen):
    """How many actors there are, in all and by sector, county and language to meet in."""

    actors: int = 0
    sectors: dict[str, int] = Field(default_factory=dict)
    counties: dict[str, int] = Field(default_factory=dict)
    languages: dict[str, int] = Field(default_factory=dict)
