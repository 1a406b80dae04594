"""Scores of a coalition and what lies behind them."""

from pydantic import Field

from models.frozen import Frozen
from models.rules import ToldKeys
from models.text import Text


class Reason(Frozen):
    """One member's part in one criterion; contributions add up to the total."""

    criterion: str
    value: float
    contribution: float
    text: Text


class Conflict(Frozen):
    """A hard rule that gives way in one coalition, in the rule's own units."""

    rule: str
    keys: ToldKeys = Field(default_factory=dict)
    challenge_id: str
    coalition: str
    asked: int
    given: int
    cost: int
    text: Text


class Penalty(Frozen):
    """What a soft rule takes off a coalition's total."""

    rule: str
    keys: ToldKeys = Field(default_factory=dict)
    asked: int
    given: int
    value: float


class CoalitionMembers(Frozen):
    """Members given by hand or by a proposal: what scoring and verifying start from."""

    id: str
    challenge_id: str
    members: tuple[str, ...]


class CoalitionScore(Frozen):
    """A coalition's score by every criterion in use, and the hard rules it breaks."""

    id: str
    challenge_id: str
    size: int
    scores: dict[str, float]
    total: float
    violations: tuple[Conflict, ...] = ()


class ScoreSheet(Frozen):
    """Scores of several coalitions and the season's objective F."""

    coalitions: tuple[CoalitionScore, ...]
    objective: float
