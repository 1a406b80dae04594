"""What steering tells: prices of rules, trade-offs, whom to recruit, and reserve lists."""

from pydantic import Field

from models.frozen import Frozen
from models.rules import ToldKeys
from models.scores import CoalitionMembers
from models.text import Text


class Price(Frozen):
    """What one unit of a hard rule costs in one coalition.

    `gain` is what F would gain if the rule gave way by one unit more, `most` what it could
    gain at most; they are the same where `proven`. `text` says what the rule asks for.
    """

    rule: str
    keys: ToldKeys = Field(default_factory=dict)
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


class Standby(Frozen):
    """One actor on a reserve list.

    `chance` is that it is not there when asked; `seats` whose seat it can take with no rule
    losing; `survives` the chance that the coalition survives with the list up to here.
    """

    actor_id: str
    chance: float
    seats: tuple[str, ...]
    survives: float


class ReserveList(Frozen):
    """A coalition's reserves, in the order in which they were chosen.

    `alone` is the chance that nobody drops out, `survives` that every seat is filled in the
    end with no rule losing, `loss` the mean fall in F when it is. Chances are drawn.
    """

    coalition: str
    challenge_id: str
    alone: float
    survives: float
    loss: float
    reserves: tuple[Standby, ...]
