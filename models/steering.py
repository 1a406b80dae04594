"""What steering tells: prices of rules, trade-offs and whom to recruit."""

from pydantic import Field

from models.frozen import Frozen
from models.scores import CoalitionMembers
from models.text import Text


class Price(Frozen):
    """What one unit of a hard rule costs in one coalition.

    `gain` is what F would gain if the rule gave way by one unit more, `most` what it could
    gain at most; they are the same where `proven`. `text` says what the rule asks for.
    """

    rule: str
    keys: dict[str, object] = Field(default_factory=dict)
    challenge_id: str
    coalition: str
    asked: int
    given: int
    gain: float
    most: float
    proven: bool
    text: Text


class TradePoint(Frozen):
    """One point of the trade-off between two criteria, each the mean over coalitions."""

    values: dict[str, float]
    objective: float
    proven: bool
    coalitions: tuple[CoalitionMembers, ...]


class Recruit(Frozen):
    """A kind of actor that would lift a coalition: where it is from, and what F would gain."""

    coalition: str
    challenge_id: str
    sector: str
    county: str
    place: str
    relevance: float
    gain: float
    instead_of: str
    text: Text
